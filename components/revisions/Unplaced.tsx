/** At the end of the margin: highlights that have no place in this revision, with what each stood on and what can be done. */
"use client";

import { Button } from "@mantine/core";
import { IconMessage } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { LabelTag } from "@/components/highlights/LabelTag";
import { NoteView } from "@/components/highlights/NoteView";
import { useRoom } from "@/components/highlights/room-context";
import { When } from "@/components/shell/When";
import { may } from "@/lib/access/policies";
import type { UnplacedHighlight } from "@/lib/highlights/room-highlight";
import { reportPlace } from "@/lib/places";
import classes from "./Unplaced.module.css";

const CardThread = dynamic(() => import("@/components/highlights/CardThread").then((module) => module.CardThread));

interface Props {
  highlights: readonly UnplacedHighlight[];
  /** The number of the revision that the page shows. */
  revisionNumber: number;
  onReattach(highlight: UnplacedHighlight): void;
}

export function Unplaced({ highlights, revisionNumber, onReattach }: Props) {
  if (highlights.length === 0) return null;
  return (
    <section className={classes.list} aria-labelledby="unplaced">
      <h2 id="unplaced" className={classes.title}>
        Without a place in this revision
      </h2>
      {highlights.map((highlight) => (
        <UnplacedCard
          key={highlight.id}
          highlight={highlight}
          revisionNumber={revisionNumber}
          onReattach={() => onReattach(highlight)}
        />
      ))}
    </section>
  );
}

const stateWords = {
  ambiguous: "Its place is in doubt: the revision has more than one that may be meant, or none that is surely it.",
  orphaned: "Its words are gone from this revision. It is kept, with its note and its discussion.",
} as const;

interface CardProps {
  highlight: UnplacedHighlight;
  revisionNumber: number;
  onReattach(): void;
}

function UnplacedCard({ highlight, revisionNumber, onReattach }: CardProps) {
  const { workspaceId, articleId, member, people, writes } = useRoom();
  const [isOpen, setOpen] = useState(false);
  const { id, label, authorId, createdAt, note, exact, state } = highlight;
  const mayChange = writes && may(member, "highlight.change", highlight);
  return (
    <article className={classes.card} id={`unplaced-${id}`} data-state={state} aria-label={`Without a place: ${exact}`}>
      <header className={classes.head}>
        <LabelTag label={label} />
        <span className={classes.author}>{people.get(authorId ?? "")?.name ?? "Former member"}</span>
        <When at={createdAt} className={classes.when} />
      </header>
      <blockquote className={classes.quote}>{exact}</blockquote>
      {note && <NoteView note={note} />}
      <p className={classes.state}>{stateWords[state]}</p>
      <footer className={classes.foot}>
        {mayChange && (
          <Button size="compact-xs" variant="light" onClick={onReattach}>
            Select its place
          </Button>
        )}
        <Button
          size="compact-xs"
          variant="subtle"
          component={Link}
          href={`${reportPlace(workspaceId, articleId, revisionNumber)}#report-${id}`}
        >
          {state === "ambiguous" ? "Choose in the report" : "In the report"}
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconMessage size={13} aria-hidden />}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          Comments
        </Button>
      </footer>
      {isOpen && <CardThread highlightId={id} />}
    </article>
  );
}
