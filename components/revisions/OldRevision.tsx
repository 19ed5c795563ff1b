/** A revision as it was, to be read: its text with the highlights that stood on it. Nothing can be changed here. */
"use client";

import Link from "next/link";
import { useMemo, useState } from "react";
import { ArticleHeader } from "@/components/article/ArticleHeader";
import { ArticleText } from "@/components/article/ArticleText";
import { blockStarts } from "@/lib/article/canonical-text";
import type { RoomHighlight, RoomPerson } from "@/lib/highlights/room-highlight";
import { RoomStore } from "@/lib/highlights/room-store";
import { comparePlace, revisionsPlace, roomPlace } from "@/lib/places";
import type { RevisionText } from "@/lib/revisions/schema";
import classes from "./OldRevision.module.css";

interface Props {
  workspaceId: string;
  articleId: string;
  revision: RevisionText;
  /** The number of the current revision. */
  current: number;
  highlights: readonly RoomHighlight[];
  people: readonly RoomPerson[];
}

const noFacts = { answered: new Set<string>(), comments: new Map<string, number>() };

export function OldRevision({ workspaceId, articleId, revision, current, highlights, people }: Props) {
  const { number, blocks, metadata } = revision;
  const [store] = useState(() => {
    const starts = blockStarts(blocks);
    const ranges = blocks.map(({ text }, index) => {
      const start = starts[index] ?? 0;
      return { start, end: start + text.length };
    });
    return new RoomStore(ranges, highlights, noFacts);
  });
  const byId = useMemo(() => new Map(people.map((person) => [person.id, person])), [people]);
  return (
    <main id="main" className={classes.page}>
      <p className={classes.notice} role="note">
        {number === current ? (
          <>
            This is revision {number}, the current one.{" "}
            <Link href={roomPlace(workspaceId, articleId)}>Open the room</Link>
          </>
        ) : (
          <>
            This is revision {number}, as it was. The current one is revision {current}.{" "}
            <Link href={comparePlace(workspaceId, articleId, number, current)}>What changed</Link>{" "}
            <Link href={roomPlace(workspaceId, articleId)}>Open the room</Link>
          </>
        )}{" "}
        <Link href={revisionsPlace(workspaceId, articleId)}>All revisions</Link>
      </p>
      <article aria-labelledby="article-title">
        <ArticleHeader metadata={metadata} />
        <ArticleText blocks={blocks} store={store} people={byId} language={metadata.language} />
      </article>
    </main>
  );
}
