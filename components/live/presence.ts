/** Who has a document open, read from its awareness. */
"use client";

import { useSyncExternalStore } from "react";
import type { Awareness } from "y-protocols/awareness";
import { z } from "zod";

/** The identity that the server puts on everybody's awareness, whatever their client says. */
const stateSchema = z.object({
  user: z.object({ id: z.string(), name: z.string(), color: z.string().regex(/^#[0-9a-f]{6}$/i) }),
});
export type PresentPerson = z.infer<typeof stateSchema>["user"];

/** The people beside this one who are here, each once however many tabs they have, by name. */
export function presentPeople(states: Iterable<unknown>, ownId: string): PresentPerson[] {
  const people = new Map<string, PresentPerson>();
  for (const state of states) {
    const parsed = stateSchema.safeParse(state);
    if (parsed.success && parsed.data.user.id !== ownId) people.set(parsed.data.user.id, parsed.data.user);
  }
  return [...people.values()].sort((one, other) => one.name.localeCompare(other.name) || (one.id < other.id ? -1 : 1));
}

const nobody: PresentPerson[] = [];
const latest = new WeakMap<Awareness, PresentPerson[]>();

/** The others who are here now; the component renders again only when somebody comes or goes, not as carets move. */
export function usePresence(awareness: Awareness | null, ownId: string): PresentPerson[] {
  return useSyncExternalStore(
    (onChange) => {
      awareness?.on("change", onChange);
      return () => awareness?.off("change", onChange);
    },
    () => {
      if (!awareness) return nobody;
      const before = latest.get(awareness) ?? nobody;
      const now = presentPeople(awareness.getStates().values(), ownId);
      const same = now.length === before.length && now.every(({ id }, index) => id === before[index]?.id);
      if (!same) latest.set(awareness, now);
      return same ? before : now;
    },
    () => nobody,
  );
}
