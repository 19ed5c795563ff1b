/** Tells others where this person reads and what they select, and hears the same of them. */
"use client";

import { useEffect, useState } from "react";
import type { Passage } from "@/lib/highlights/order";
import { type Participant, type PresenceState, readPresence } from "@/lib/highlights/presence";
import type { RoomStore } from "@/lib/highlights/room-store";
import type { LiveRoom } from "./live-room";
import type { Reading } from "./reading";
import { throttled } from "./throttle";

/** Shortest time between two words about where one reads or selects, and between two looks at the others, in ms. */
const readingInterval = 500;
const selectionInterval = 200;
const lookInterval = 150;

interface Options {
  live: LiveRoom | null;
  userId: string;
  store: RoomStore;
  reading: Reading;
  textLength: number;
  /** The revision that the page shows. */
  revisionId: string;
  chosen: Passage | null;
}

/** The others who are here. The same list until somebody comes, goes or reads on. */
export function useRoomPresence(options: Options): readonly Participant[] {
  const { live, userId, store, reading, textLength, revisionId, chosen } = options;
  const [participants, setParticipants] = useState<readonly Participant[]>([]);
  const awareness = live?.handle.awareness;

  useEffect(() => {
    if (!awareness) return;
    const look = throttled(() => {
      const seen = readPresence(awareness.getStates(), userId, textLength, revisionId);
      store.setSelections(seen.selections);
      setParticipants((before) => (isSame(before, seen.participants) ? before : seen.participants));
    }, lookInterval);
    const onChange = () => look(undefined);
    awareness.on("change", onChange);
    onChange();
    return () => {
      look.cancel();
      awareness.off("change", onChange);
      store.setSelections([]);
      setParticipants([]);
    };
  }, [awareness, userId, store, textLength, revisionId]);

  useEffect(() => {
    awareness?.setLocalStateField("revisionId", revisionId satisfies PresenceState["revisionId"]);
  }, [awareness, revisionId]);

  useEffect(() => {
    if (!awareness) return;
    const say = throttled(
      (offset: PresenceState["reading"]) => awareness.setLocalStateField("reading", offset),
      readingInterval,
    );
    const onRead = () => say(reading.get().offset);
    const stop = reading.subscribe(onRead);
    onRead();
    return () => {
      stop();
      say.cancel();
    };
  }, [awareness, reading]);

  useEffect(() => {
    if (!awareness) return;
    // A selection is said once it rests; each one that is dragged over would be noise to the others.
    const timer = setTimeout(
      () => awareness.setLocalStateField("selection", chosen satisfies PresenceState["selection"]),
      selectionInterval,
    );
    return () => clearTimeout(timer);
  }, [awareness, chosen]);

  return participants;
}

const isSame = (a: readonly Participant[], b: readonly Participant[]) =>
  a.length === b.length &&
  a.every((each, index) => each.person.id === b[index]?.person.id && each.reading === b[index]?.reading);
