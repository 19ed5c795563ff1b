/** The server's log: one JSON object a line. Ids and codes only: never words people wrote, tokens or mail addresses. */
import { pino } from "pino";
import { settings } from "@/lib/config/config";
import { logIds } from "./log-context";

/** Names that must not reach the log even when somebody passes a whole object by mistake. */
const withheld = ["password", "token", "secret", "email", "authorization", "cookie", "body", "text", "raw"];

// On standard error, because standard output belongs to what a command was asked for: a token, a list.
const standardError = 2;

export const log = pino(
  {
    level: level(),
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: logIds,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: withheld.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "[withheld]" },
  },
  pino.destination(standardError),
);

/** Wrong settings are for whoever starts the process to report, in words; not for the first module that logs. */
function level(): string {
  try {
    return settings().logLevel;
  } catch {
    return "info";
  }
}
