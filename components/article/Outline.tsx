/** The article's headings, with the one being read and who else reads where. */
"use client";

import { useMemo } from "react";
import { PersonMark } from "@/components/highlights/PersonMark";
import type { Reading } from "@/components/highlights/reading";
import { useSignal } from "@/components/live/useSignal";
import type { Block } from "@/lib/article/schema";
import type { Passage } from "@/lib/highlights/order";
import type { Participant } from "@/lib/highlights/presence";
import classes from "./Outline.module.css";
import { sectionAt, sectionsOf } from "./sections";

interface Props {
  title: string;
  blocks: readonly Block[];
  ranges: readonly Passage[];
  reading: Reading;
  participants: readonly Participant[];
  /** A heading was chosen: a drawer around the outline closes then. */
  onChoose?: () => void;
}

export function Outline({ title, blocks, ranges, reading, participants, onChoose }: Props) {
  const sections = useMemo(() => sectionsOf(title, blocks, ranges), [title, blocks, ranges]);
  const { offset, progress } = useSignal(reading, start);
  const current = sectionAt(sections, offset);
  return (
    <nav aria-label="Outline" className={classes.outline}>
      <div className={classes.progress} aria-hidden>
        <span style={{ transform: `scaleY(${progress})` }} />
      </div>
      <ol className={classes.list}>
        {sections.map((section, index) => (
          <li key={section.id} data-level={section.level}>
            <a
              href={`#${section.id}`}
              aria-current={index === current ? "location" : undefined}
              className={classes.link}
              onClick={onChoose}
            >
              {section.text}
            </a>
            <span className={classes.people}>
              {participants
                .filter((each) => each.reading !== null && sectionAt(sections, each.reading) === index)
                .map(({ person }) => (
                  <PersonMark key={person.id} person={person} words={`${person.name} reads here`} />
                ))}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

const start = { offset: 0, progress: 0 };
