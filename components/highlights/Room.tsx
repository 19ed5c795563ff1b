/** The room of one article: the text in the middle, its outline at the left, the cards in the margin. */
"use client";

import { useMediaQuery } from "@mantine/hooks";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { ArticleHeader } from "@/components/article/ArticleHeader";
import { ArticleText } from "@/components/article/ArticleText";
import { offsetAtPoint } from "@/components/article/dom-offsets";
import { Outline } from "@/components/article/Outline";
import { useSignal } from "@/components/live/useSignal";
import { Unplaced } from "@/components/revisions/Unplaced";
import { useReattaching } from "@/components/revisions/use-reattaching";
import { later, useLaterParts } from "@/components/shell/later";
import { type Member, may } from "@/lib/access/policies";
import { blockStarts, canonicalText } from "@/lib/article/canonical-text";
import { covering } from "@/lib/highlights/order";
import type { RoomData } from "@/lib/highlights/read-room";
import type { RoomPerson } from "@/lib/highlights/room-highlight";
import { RoomStore } from "@/lib/highlights/room-store";
import { ActiveHandles } from "./ActiveHandles";
import { FilterMenu } from "./FilterMenu";
import { HeaderPlace } from "./HeaderPlace";
import { Margin } from "./Margin";
import type { Choice } from "./OverlapChooser";
import classes from "./Room.module.css";
import { RoomDialogs } from "./RoomDialogs";
import { createReading } from "./reading";
import { type RoomContextValue, RoomProvider } from "./room-context";
import { SelectionToolbar } from "./SelectionToolbar";
import { Trouble } from "./Trouble";
import { clearSelection, useChosenPassage } from "./use-chosen-passage";
import { useFollowing } from "./use-following";
import { useLiveRoom } from "./use-live-room";
import { useOpeningHighlight } from "./use-opening-highlight";
import { useRoomActions } from "./use-room-actions";
import { useRoomCommands } from "./use-room-commands";
import { factsOf, useRoomFacts } from "./use-room-facts";
import { useRoomPresence } from "./use-room-presence";

interface Props {
  workspaceId: string;
  room: RoomData;
  me: RoomPerson;
  member: Member;
  /** The notes as plain HTML, for browsers without JavaScript. */
  children?: ReactNode;
}

// Loaded when first needed: none of it stands between a person and their first highlight.
const MarkMode = later(() => import("./MarkMode").then((module) => module.MarkMode));
const OverlapChooser = later(() => import("./OverlapChooser").then((module) => module.OverlapChooser));
const NewerNotice = later(() => import("@/components/revisions/NewerNotice").then((module) => module.NewerNotice));
const Reattach = later(() => import("@/components/revisions/Reattach").then((module) => module.Reattach));
const CardSheet = later(() => import("./CardSheet").then((module) => module.CardSheet));

/** Narrower than this, cards come in a sheet from the bottom edge. */
const narrow = "(max-width: 61.99em)";

export function Room({ workspaceId, room, me, member, children }: Props) {
  const { articleId, blocks, metadata, members, formerMembers } = room;
  const text = useMemo(() => canonicalText(blocks), [blocks]);
  const ranges = useMemo(
    () => blockStarts(blocks).map((start, index) => ({ start, end: start + (blocks[index]?.text.length ?? 0) })),
    [blocks],
  );
  const [store] = useState(() => new RoomStore(ranges, room.highlights, factsOf(room.facts)));
  const [reading] = useState(() => createReading(ranges));
  const people = useMemo(
    () => new Map([...members, ...formerMembers].map((person) => [person.id, person])),
    [members, formerMembers],
  );
  const article = useRef<HTMLDivElement>(null);
  const [session, setSession] = useState(0);
  const [spoken, setSpoken] = useState("");

  const { revisionId, revisionNumber, unplaced } = room;
  const [revision] = useState(() => ({ id: revisionId, number: revisionNumber, text, unplaced }));
  const live = useLiveRoom({ articleId, userId: me.id, revision, store, session });
  const access = useSignal(live?.handle.access ?? null, "unknown");
  const { state } = useSignal(live?.handle.status ?? null, connecting);
  const isOpen = live !== null && access !== "read" && state !== "refused" && state !== "ended";
  const writes = isOpen && may(member, "highlight.create");

  useEffect(() => (article.current ? reading.watch(article.current) : undefined), [reading]);
  useRoomFacts(live, articleId, store);
  useLaterParts(live !== null);

  const context = useMemo<RoomContextValue>(
    () => ({
      workspaceId,
      articleId,
      text,
      ranges,
      blocks,
      language: metadata.language,
      store,
      reading,
      article,
      me,
      member,
      members,
      people,
      live,
      writes,
      announce: setSpoken,
    }),
    [
      workspaceId,
      articleId,
      text,
      ranges,
      blocks,
      metadata.language,
      store,
      reading,
      me,
      member,
      members,
      people,
      live,
      writes,
    ],
  );

  return (
    <RoomProvider value={context}>
      <RoomBody room={room} context={context} onRejoin={() => setSession((count) => count + 1)}>
        {children}
      </RoomBody>
      <div className={classes.spoken} aria-live="polite">
        {spoken}
      </div>
    </RoomProvider>
  );
}

const connecting = { state: "connecting" } as const;

interface BodyProps {
  room: RoomData;
  context: RoomContextValue;
  onRejoin(): void;
  children: ReactNode;
}

function RoomBody({ room, context, onRejoin, children }: BodyProps) {
  const { blocks, metadata } = room;
  const { store, ranges, reading, article, live, me, people, text, writes } = context;
  const isNarrow = useMediaQuery(narrow);
  const chosen = useChosenPassage();
  const { revisionId } = room;
  const textLength = text.length;
  const participants = useRoomPresence({ live, userId: me.id, store, reading, textLength, revisionId, chosen });
  const { followed, follow } = useFollowing(context, participants);
  const { panel, actions } = useRoomActions(context);
  const [choice, setChoice] = useState<Choice | null>(null);
  const toolbar = useRef<HTMLDivElement>(null);
  const { markingFrom, dialog, setDialog, run, stopMarking } = useRoomCommands({ context, actions, chosen, toolbar });
  useOpeningHighlight(store, actions);
  const isOutdated = useSignal(live?.isOutdated ?? null, false);
  const unplaced = useSignal(live?.unplaced ?? null, room.unplaced);
  const reattaching = useReattaching(unplaced);
  const without = (
    <Unplaced highlights={unplaced} revisionNumber={room.revisionNumber} onReattach={reattaching.begin} />
  );

  const choose = useCallback(
    (event: React.MouseEvent) => {
      if (!(event.target instanceof Element) || event.target.closest("a") || !document.getSelection()?.isCollapsed)
        return;
      const mark = event.target.closest<HTMLElement>("mark[data-id]");
      if (!mark) {
        actions.activate(null);
        return;
      }
      const offset = article.current && offsetAtPoint(article.current, ranges, event.clientX, event.clientY);
      const here = offset === null ? [] : covering(store.list().shown, offset);
      if (here.length > 1) setChoice({ x: event.clientX, y: event.clientY, highlights: here });
      else actions.activate(here[0]?.id ?? mark.dataset.id ?? null);
    },
    [actions, article, ranges, store],
  );

  return (
    <>
      <HeaderPlace participants={participants} followed={followed} onFollow={follow} onRun={run} />
      <div className={classes.room}>
        <aside className={classes.outline} aria-label="Contents">
          <Outline title={metadata.title} {...{ blocks, ranges, reading, participants }} />
        </aside>
        <main id="main" tabIndex={-1} className={classes.column}>
          <Trouble onRejoin={onRejoin} />
          <article aria-labelledby="article-title">
            <ArticleHeader metadata={metadata} />
            {/* A pointer's way to a highlight; by keyboard, j and k lead through them. */}
            {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
            <div ref={article} className={classes.text} onClick={choose}>
              <ArticleText blocks={blocks} store={store} people={people} language={metadata.language} />
              <ActiveHandles actions={actions} />
            </div>
          </article>
          {isNarrow && without}
          {writes && chosen && !reattaching.highlight && (
            <SelectionToolbar
              passage={chosen}
              toolbar={toolbar}
              onAct={(action) => {
                stopMarking();
                actions.mark(chosen, action);
              }}
              onLeave={() => {
                clearSelection();
                stopMarking();
                document.getElementById("main")?.focus({ preventScroll: true });
              }}
            />
          )}
        </main>
        <aside className={classes.margin} aria-label="Highlights">
          <div className={classes.marginHead}>
            <FilterMenu />
          </div>
          {isNarrow === false && <Margin panel={panel} actions={actions} />}
          {isNarrow === false && without}
          {children}
        </aside>
      </div>
      {isNarrow && (
        <CardSheet panel={panel} actions={actions} isHidden={chosen !== null && writes}>
          <Outline title={metadata.title} {...{ blocks, ranges, reading, participants }} />
        </CardSheet>
      )}
      {isOutdated && <NewerNotice workspaceId={context.workspaceId} articleId={context.articleId} />}
      {writes && reattaching.highlight && (
        <Reattach
          highlight={reattaching.highlight}
          isChosen={chosen !== null}
          onAttach={() => {
            if (chosen && reattaching.highlight) actions.reattach(reattaching.highlight.id, chosen);
            reattaching.end();
          }}
          onLeave={reattaching.end}
        />
      )}
      {markingFrom !== null && (
        <MarkMode
          from={markingFrom}
          onChosen={() => toolbar.current?.querySelector("button")?.focus()}
          onLeave={stopMarking}
        />
      )}
      {choice && (
        <OverlapChooser
          choice={choice}
          onLeave={() => setChoice(null)}
          onChoose={(id) => {
            setChoice(null);
            actions.goTo(id);
          }}
        />
      )}
      <RoomDialogs dialog={dialog} onLeave={() => setDialog(null)} onRun={run} onGoTo={actions.goTo} />
    </>
  );
}
