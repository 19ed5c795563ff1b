/** Who is in the room and what they do there, read from what their browsers say. Pure. */
import type { Passage } from "./order";
import type { LiveSelection, RoomPerson } from "./room-highlight";

/** What one browser says of its person; the names of the awareness fields beside `user`, which the server sets. */
export interface PresenceState {
  /** Canonical offset of the place at their reading line. */
  reading: number | null;
  selection: Passage | null;
  /** The revision that both count in. */
  revisionId: string;
}

/** Someone else in the room, however many tabs they have open. */
export interface Participant {
  person: RoomPerson;
  /** Where they read, in the tab that moved last as far as one can tell: the one with the highest client id. */
  reading: number | null;
}

/**
 * Everybody but oneself, by name; and what they select.
 *
 * @param states awareness states by client id, as received: anything may be in them
 * @param textLength of the canonical text, in code units; what lies beyond it is left out
 * @param revisionId the revision that this page shows; where people are who have another one before them is left out
 */
export function readPresence(
  states: ReadonlyMap<number, unknown>,
  ownUserId: string,
  textLength: number,
  revisionId: string,
): { participants: Participant[]; selections: LiveSelection[] } {
  const participants = new Map<string, Participant>();
  const selections: LiveSelection[] = [];
  for (const [clientId, state] of [...states].sort(([a], [b]) => a - b)) {
    const person = personIn(state);
    if (!person || person.id === ownUserId) continue;
    const { reading, selection, revisionId: theirs } = state as Record<keyof PresenceState, unknown>;
    const isHere = theirs === undefined || theirs === revisionId;
    participants.set(person.id, {
      person,
      reading: isHere && isOffset(reading, textLength) ? reading : (participants.get(person.id)?.reading ?? null),
    });
    const passage = isHere ? passageIn(selection, textLength) : null;
    if (passage) selections.push({ id: `${clientId}`, person, ...passage });
  }
  return {
    participants: [...participants.values()].sort((a, b) => a.person.name.localeCompare(b.person.name)),
    selections,
  };
}

function personIn(state: unknown): RoomPerson | null {
  const user = isObject(state) && isObject(state.user) ? state.user : null;
  if (typeof user?.id !== "string" || typeof user.name !== "string" || typeof user.color !== "string") return null;
  return { id: user.id, name: user.name, color: user.color };
}

function passageIn(value: unknown, textLength: number): Passage | null {
  if (!isObject(value) || !isOffset(value.start, textLength) || !isOffset(value.end, textLength)) return null;
  return value.start < value.end ? { start: value.start, end: value.end } : null;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

const isOffset = (value: unknown, textLength: number): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= textLength;
