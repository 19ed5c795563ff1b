/** Judges the boxes that name an article's authors and their department, which stand below it or beside it. */
import type { Metadata } from "../schema";
import { readAuthors } from "./head-line";
import { countWords, isNameShaped, isProse, namesRole } from "./shapes";
import { type Decisions, decide, isVerbatim, type Unit } from "./unit";

const authorLabel = /^(?:(?:about )?(?:the )?authors?|written by|by|contributors?)\s*:?$/i;
const otherLabel =
  /^(?:departments?|teams?|programs?|programmes?|topics?|tags?|filed under|categor(?:y|ies)|(?:media |press )?contacts?)\s*:?$/i;
const mostLineWords = 20;
/** "Ada Stone is a lecturer at …": says who someone is. */
const biography = /^(?:is|was|are|works|writes|teaches|serves|covers|leads|directs|has)\b/;

interface JudgedBoxes {
  units: readonly Unit[];
  authors: Metadata["authors"];
}

/**
 * A label on a line of its own, then names with their roles, or a department's name, then the sentence or two that
 * introduce them. All of it is set aside as metadata. A label that nothing fitting follows is left alone.
 */
export function judgeBoxes(units: readonly Unit[], known: Metadata["authors"]): JudgedBoxes {
  const open = units.flatMap((unit, index) => (unit.aside === null && !isVerbatim(unit) ? [{ unit, index }] : []));
  const decisions: Decisions = new Map();
  const authors = [...known];
  const textAt = (position: number) => open[position]?.unit.text ?? "";
  const isLine = (position: number) => {
    const text = textAt(position);
    return text !== "" && !isLabel(text) && !isProse(text) && countWords(text) <= mostLineWords;
  };
  const take = (position: number) => {
    const placed = open[position];
    if (placed !== undefined) decisions.set(placed.index, { aside: "metadata" });
  };

  for (let position = 0; position < open.length; position++) {
    const label = textAt(position);
    let next = position + 1;
    if (authorLabel.test(label)) {
      while (readAuthors(textAt(next)).length > 0 && isLine(next)) {
        const [author, ...more] = readAuthors(textAt(next));
        take(next++);
        if (author === undefined) break;
        if (author.role === undefined && more.length === 0 && isLine(next) && isRole(textAt(next))) {
          author.role = textAt(next);
          take(next++);
        }
        addAuthors(authors, [author, ...more]);
      }
      while (introduces(textAt(next), authors)) take(next++);
    } else if (otherLabel.test(label)) {
      while (isLine(next)) take(next++);
      // What introduces a department names nobody. It is the last prose, or the next box follows it.
      if (next > position + 1 && isProse(textAt(next)) && (next + 1 >= open.length || isLabel(textAt(next + 1))))
        take(next++);
    }
    if (next > position + 1) {
      take(position);
      position = next - 1;
    }
  }
  return { units: decide(units, decisions), authors };
}

/** Under an author's name, whatever isn't a name is a role. */
const isRole = (text: string) => namesRole(text) || !isNameShaped(text);

const isLabel = (text: string) => authorLabel.test(text) || otherLabel.test(text);

function addAuthors(authors: Metadata["authors"], found: Metadata["authors"]): void {
  for (const author of found) {
    const same = authors.find(({ name }) => name === author.name);
    if (same === undefined) authors.push(author);
    else same.role ??= author.role;
  }
}

/** Whether the paragraph begins with an author's name, or surname, and says who they are. */
export function introduces(text: string, authors: Metadata["authors"]): boolean {
  return authors.some(({ name }) => {
    const surname = name.split(" ").at(-1) ?? name;
    const called = [name, surname].find((words) => text.startsWith(`${words} `));
    return called !== undefined && biography.test(text.slice(called.length + 1)) && countWords(text) <= 80;
  });
}
