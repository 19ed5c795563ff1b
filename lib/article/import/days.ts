/** Finds the calendar day that a line names. */
import { strict } from "chrono-node/en";

interface FoundDay {
  /** `2025-06-23`. */
  day: string;
  /** The words that name it. */
  words: string;
}

/** Three numbers: only a year first, or a part above twelve, says which is the day. */
const numeric = /(?<!\d)(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?!\d)/;
const isoDay = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= 1000 ? date.toISOString().slice(0, 10) : null;
};

/**
 * The first day that `line` names with year, month and day; null when it names none.
 * `ambiguous` when it is written so that two different days can be read (03/04/2025).
 */
export function findDay(line: string): FoundDay | "ambiguous" | null {
  const numbers = numeric.exec(line);
  if (numbers !== null) {
    const [first, second, third] = [Number(numbers[1]), Number(numbers[3]), Number(numbers[4])];
    if (first > 31) return withWords(isoDay(first, second, third), numbers[0]);
    if (third < 100) return "ambiguous";
    if (first > 12 || numbers[2] === ".") return withWords(isoDay(third, second, first), numbers[0]);
    if (second > 12) return withWords(isoDay(third, first, second), numbers[0]);
    return first === second ? withWords(isoDay(third, first, second), numbers[0]) : "ambiguous";
  }
  for (const { start, text } of strict.parse(line)) {
    if (!start.isCertain("year") || !start.isCertain("month") || !start.isCertain("day")) continue;
    return withWords(isoDay(start.get("year") ?? 0, start.get("month") ?? 0, start.get("day") ?? 0), text);
  }
  return null;
}

function withWords(day: string | null, words: string): FoundDay | null {
  return day === null ? null : { day, words };
}
