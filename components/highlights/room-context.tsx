/** What every part of the room can ask for: the text, the store, the person, and the way to change highlights. */
"use client";

import { createContext, type RefObject, useContext, useSyncExternalStore } from "react";
import type { Member } from "@/lib/access/policies";
import type { Block } from "@/lib/article/schema";
import type { Passage } from "@/lib/highlights/order";
import type { RoomPerson } from "@/lib/highlights/room-highlight";
import type { ListView, RoomStore } from "@/lib/highlights/room-store";
import type { LiveRoom } from "./live-room";
import type { Reading } from "./reading";

/** What a card can be opened at. */
export type Panel = "note" | "comments";

export interface RoomContextValue {
  workspaceId: string;
  articleId: string;
  /** The canonical text, and where each block's words lie in it. */
  text: string;
  ranges: readonly Passage[];
  blocks: readonly Block[];
  /** BCP 47, for stepping by word and sentence. */
  language: string | undefined;
  store: RoomStore;
  reading: Reading;
  /** The element that holds the article's blocks. */
  article: RefObject<HTMLDivElement | null>;
  me: RoomPerson;
  member: Member;
  /** Everybody in the workspace. */
  members: readonly RoomPerson[];
  /** Whom a highlight can be by: members, and those who no longer are, by id. */
  people: ReadonlyMap<string, RoomPerson>;
  /** Null until the realtime channel's code is here; and the document may still be on its way. */
  live: LiveRoom | null;
  /** Whether this person may mark passages here and now. */
  writes: boolean;
  /** Tells a screen reader what happened. */
  announce(words: string): void;
}

const RoomContext = createContext<RoomContextValue | null>(null);

export const RoomProvider = RoomContext.Provider;

export function useRoom(): RoomContextValue {
  const room = useContext(RoomContext);
  if (!room) throw new Error("useRoom is for parts of a room.");
  return room;
}

/** The shown highlights, the active one, the filter and the facts; renders again when any of them changes. */
export function useHighlightList(store: RoomStore): ListView {
  return useSyncExternalStore(store.subscribeList, store.list, store.list);
}
