/** A highlight's card: its label, who made it and when, its note, and what can be done with it. */
"use client";

import { Button, Skeleton } from "@mantine/core";
import { IconCheck, IconMessage } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { memo } from "react";
import { MovedNote } from "@/components/revisions/MovedNote";
import { When } from "@/components/shell/When";
import { may } from "@/lib/access/policies";
import { labelNames } from "@/lib/highlights/labels";
import { repeatUnder } from "@/lib/highlights/repeats";
import type { RoomHighlight } from "@/lib/highlights/room-highlight";
import type { Cover } from "@/lib/moderation/cover";
import { revisionsPlace } from "@/lib/places";
import { CardMenu } from "./CardMenu";
import classes from "./HighlightCard.module.css";
import { LabelMenu } from "./LabelMenu";
import { NoteView } from "./NoteView";
import { PanelBoundary } from "./PanelBoundary";
import { type Panel, useRoom } from "./room-context";
import type { RoomActions } from "./use-room-actions";

const NoteEditor = dynamic(() => import("./NoteEditor").then((module) => module.NoteEditor), {
  loading: () => <Skeleton height={72} aria-label="Loading the editor" />,
});
const CardThread = dynamic(() => import("./CardThread").then((module) => module.CardThread), {
  loading: () => <Skeleton height={72} aria-label="Loading the comments" />,
});

interface Props {
  highlight: RoomHighlight;
  isActive: boolean;
  isAnswered: boolean;
  comments: number;
  /** What is open on this card; only the active one's is. */
  panel: Panel | null;
  actions: RoomActions;
  /** Shows the passage's words too: where the card isn't beside them. */
  quotes?: boolean;
}

export const HighlightCard = memo(function HighlightCard(props: Props) {
  const { highlight, isActive, isAnswered, comments, panel, actions, quotes = false } = props;
  const { workspaceId, articleId, text, blocks, ranges, people, member, writes, live, me } = useRoom();
  const { id, label, authorId, createdAt, note } = highlight;
  const author = authorId === null ? undefined : people.get(authorId);
  const name = author?.name ?? "Former member";
  const words = excerpt(text.slice(highlight.start, highlight.end));
  const mayChange = writes && may(member, "highlight.change", highlight);
  const isOnRepeat = isActive && repeatUnder(blocks, ranges, highlight) !== null;
  const mayWriteNote = writes && may(member, "note.write") && !highlight.noteCover;
  const fragment = panel === "note" && mayWriteNote ? live?.note(id) : null;

  return (
    // The mouse's shortcut; by keyboard, j and k lead here and make the card active.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <article
      className={classes.card}
      data-card={id}
      data-label={label}
      data-active={isActive || undefined}
      tabIndex={-1}
      aria-label={`${labelNames[label]} by ${name}: ${words}`}
      onClick={() => actions.activate(id)}
    >
      <header className={classes.head}>
        {/* A menu on each of many cards would cost every one of them; the active one has it. */}
        <LabelMenu label={label} onChange={mayChange && isActive ? (next) => actions.relabel(id, next) : undefined} />
        <span className={classes.author}>{name}</span>
        <When at={createdAt} className={classes.when} />
        {isActive && <CardMenu highlight={highlight} isAnswered={isAnswered} actions={actions} />}
      </header>
      {quotes && <blockquote className={classes.quote}>{words}</blockquote>}
      {fragment && live ? (
        <PanelBoundary what="The editor">
          <NoteEditor
            fragment={fragment}
            awareness={live.handle.awareness}
            me={me}
            name={`Note on “${words}”`}
            onLeave={() => actions.closePanel(id)}
          />
        </PanelBoundary>
      ) : (
        note && (
          <div className={classes.note} data-clamped={!isActive || undefined}>
            <NoteView note={note} />
          </div>
        )
      )}
      {highlight.noteCover && <p className={classes.covered}>{coverWords[highlight.noteCover]}</p>}
      {highlight.isMoved && (
        <MovedNote
          changes={revisionsPlace(workspaceId, articleId)}
          onConfirm={mayChange ? () => actions.move(id, highlight) : undefined}
        />
      )}
      {!isActive && (comments > 0 || isAnswered) && (
        <p className={classes.facts}>
          {comments > 0 && (
            <span>
              <IconMessage size={13} aria-hidden /> {commentsInWords(comments)}
            </span>
          )}
          {isAnswered && (
            <span>
              <IconCheck size={13} aria-hidden /> Answered
            </span>
          )}
        </p>
      )}
      {mayChange && isOnRepeat && (
        <p className={classes.repeat}>
          This pull quote repeats the text.{" "}
          <Button size="compact-xs" variant="subtle" onClick={() => actions.moveToBody(id)}>
            Place it on the sentence
          </Button>
        </p>
      )}
      {isActive && (
        <footer className={classes.foot}>
          {mayWriteNote && panel !== "note" && (
            <Button size="compact-xs" variant="subtle" onClick={() => actions.open(id, "note")}>
              {note ? "Edit note" : "Add a note"}
            </Button>
          )}
          {panel === "note" && (
            <Button size="compact-xs" variant="subtle" onClick={() => actions.closePanel(id)}>
              Done
            </Button>
          )}
          <Button
            size="compact-xs"
            variant="subtle"
            aria-expanded={panel === "comments"}
            onClick={() => (panel === "comments" ? actions.closePanel(id) : actions.open(id, "comments"))}
          >
            {comments > 0 ? commentsInWords(comments) : "Comment"}
          </Button>
          {writes && may(member, "rebuttal.create") && (
            <Button size="compact-xs" variant="light" onClick={() => actions.rebut(id)}>
              {isAnswered ? "Rebut again" : "Rebut"}
            </Button>
          )}
        </footer>
      )}
      {isActive && panel === "comments" && (
        <div className={classes.comments}>
          <PanelBoundary what="The discussion">
            <CardThread highlightId={id} />
          </PanelBoundary>
        </div>
      )}
    </article>
  );
});

/** What stands where a note's words were. */
const coverWords: Record<Cover, string> = {
  hidden: "A moderator has hidden this note.",
  purged: "This note was taken away for good.",
};

const commentsInWords = (count: number) => (count === 1 ? "1 comment" : `${count} comments`);

/** The passage's first words, for names and for cards that aren't beside it. */
function excerpt(words: string): string {
  const line = words.replaceAll(/\s+/gu, " ");
  return line.length <= 140 ? line : `${line.slice(0, line.lastIndexOf(" ", 130))} …`;
}
