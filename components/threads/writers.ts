/** Who is writing in a thread just now, read from a document's awareness. Pure. */
import { type PresentPerson, presentPeople } from "@/components/live/presence";
import { idOf, type Subject } from "@/lib/threads/subject";

/** How awareness names the thread that somebody writes in. */
export const threadKey = (subject: Subject): string => `${subject.kind}:${idOf(subject)}`;

/** The others who write in the thread, by name. */
export function writersIn(states: Iterable<unknown>, key: string, ownId: string): PresentPerson[] {
  return presentPeople(
    [...states].filter((state) => (state as { writing?: unknown } | null)?.writing === key),
    ownId,
  );
}

/** “Ana is writing…”; empty when nobody is. */
export function inWords(people: readonly { name: string }[]): string {
  const [first, second, ...others] = people;
  if (!first) return "";
  if (!second) return `${first.name} is writing…`;
  return others.length === 0 ? `${first.name} and ${second.name} are writing…` : `${people.length} people are writing…`;
}
