/** The weeks of a period, and figures put into them. Pure. */
import type { Figures, GivenPeriod } from "./health.schema";

const day = 24 * 60 * 60 * 1000; // ms
const week = 7 * day;
const usualWeeks = 12;
/** Two years: more bars than can be told apart. */
const mostWeeks = 104;

export interface Period {
  /** The Mondays of its weeks (UTC), as days, in order. At least one. */
  weeks: string[];
  start: Date;
  /** Not in it any more. */
  end: Date;
}

/** 1 January 1970 was a Thursday. */
const mondayOf = (at: number): number => Math.floor((at + 3 * day) / week) * week - 3 * day;
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The whole weeks that are asked for. Days in the wrong order are swapped, and a longer time than two years begins later. */
export function periodOf({ from, to }: GivenPeriod, now: Date): Period {
  const given = [from, to].flatMap((each) => (each === undefined ? [] : [Date.parse(each)]));
  const last = to === undefined ? Math.max(now.getTime(), ...given) : Math.max(...given);
  const end = mondayOf(last) + week;
  const first = from === undefined ? end - usualWeeks * week : mondayOf(Math.min(...given));
  const start = Math.max(first, end - mostWeeks * week);
  const weeks = Array.from({ length: (end - start) / week }, (_, index) => dayOf(start + index * week));
  return { weeks, start: new Date(start), end: new Date(end) };
}

/** The period's last day. */
export const lastDayOf = ({ end }: Period): string => dayOf(end.getTime() - day);

export const noFigures: Figures = {
  flags: 0,
  decisions: 0,
  medianWait: null,
  p90Wait: null,
  restrictions: 0,
  overturned: 0,
};

/** Every week with what is known of it. */
export function fillWeeks(
  { weeks }: Period,
  known: readonly ({ week: string } & Partial<Figures>)[],
): ({ week: string } & Figures)[] {
  const byWeek = new Map<string, Partial<Figures>>();
  for (const { week: monday, ...figures } of known) byWeek.set(monday, { ...byWeek.get(monday), ...figures });
  return weeks.map((monday) => ({ week: monday, ...noFigures, ...byWeek.get(monday) }));
}

/** The share that was overturned, from 0 to 1; null when nothing could be. */
export function shareOverturned({ restrictions, overturned }: Figures): number | null {
  return restrictions === 0 ? null : overturned / restrictions;
}
