/** The article's headings, with the one being read and who else reads where. */
"use client";

import { memo, useMemo } from "react";
import { PersonMark } from "@/components/highlights/PersonMark";
import type { Reading } from "@/components/highlights/reading";
import { useSignal } from "@/components/live/useSignal";
import type { Block } from "@/lib/article/schema";
import type { Passage } from "@/lib/highlights/order";
import type { Participant } from "@/lib/highlights/presence";
import classes from "./Outline.module.css";
import { type Section, sectionAt, sectionsOf } from "./sections";

interface Props {
  title: string;
  blocks: readonly Block[];
  ranges: readonly Passage[];
  reading: Reading;
  participants: readonly Participant[];
  /** A heading was chosen: a drawer around the outline closes then. */
  onChoose?: () => void;
}

export const Outline = memo(function Outline({ title, blocks, ranges, reading, participants, onChoose }: Props) {
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
            <Readers sections={sections} index={index} participants={participants} />
          </li>
        ))}
      </ol>
    </nav>
  );
});

interface ReadersProps {
  sections: readonly Section[];
  index: number;
  participants: readonly Participant[];
}

/** Who else reads in this section. */
function Readers({ sections, index, participants }: ReadersProps) {
  const here = participants.filter(({ reading }) => reading !== null && sectionAt(sections, reading) === index);
  if (here.length === 0) return null;
  return (
    <span className={classes.people}>
      {here.map(({ person }) => (
        <PersonMark key={person.id} person={person} words={`${person.name} reads here`} />
      ))}
    </span>
  );
}

const start = { offset: 0, progress: 0 };
