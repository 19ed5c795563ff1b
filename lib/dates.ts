/** The one way to write days and times in words. Pure. */

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const shortDay = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const shortDayOfYear = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

const minute = 60_000;
const hour = 60 * minute;

/** A calendar day: `2025-06-23` → "23 June 2025". */
export function dayInWords(isoDay: string): string {
  return day.format(new Date(`${isoDay}T00:00:00Z`));
}

/** A moment as its day (UTC): "23 June 2025". */
export function momentInWords(at: number): string {
  return day.format(at);
}

/**
 * How long ago something was, short enough for a card: "now", "5 min", "3 h", then the day, with the year when it isn't
 * this one.
 *
 * @param at and `now` in milliseconds since 1970
 */
export function ago(at: number, now: number): string {
  const past = now - at;
  if (past < minute) return "now";
  if (past < hour) return `${Math.floor(past / minute)} min`;
  if (past < 24 * hour) return `${Math.floor(past / hour)} h`;
  const isThisYear = new Date(at).getUTCFullYear() === new Date(now).getUTCFullYear();
  return (isThisYear ? shortDay : shortDayOfYear).format(at);
}

/**
 * How long something takes, rounded: "less than a minute", "12 minutes", "3 hours", "2 days".
 *
 * @param span in milliseconds
 */
export function spanInWords(span: number): string {
  if (span < minute) return "less than a minute";
  if (span < hour) return counted(span / minute, "minute");
  return span < 2 * 24 * hour ? counted(span / hour, "hour") : counted(span / (24 * hour), "day");
}

function counted(amount: number, unit: string): string {
  const whole = Math.round(amount);
  return `${whole} ${unit}${whole === 1 ? "" : "s"}`;
}
