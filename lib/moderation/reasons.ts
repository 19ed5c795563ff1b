/** Why something is flagged or restricted: the codes that flags, decisions and their statistics share. Pure. */

/** Codes are part of the public API: never rename one. */
export const reasonCodes = [
  "spam",
  "offensive",
  "abusive",
  "off_topic",
  "false_claim",
  "personal_data",
  "illegal",
  "other",
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** Longest words of a flag, of a decision's facts, of an appeal and of its reply, in UTF-16 code units. */
export const maxFlagWords = 1000;
export const maxFacts = 4000;
export const maxAppeal = 4000;
