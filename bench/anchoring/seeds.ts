/** Keeps the chances on which rules are tried apart from those on which they are judged. */

/**
 * Which chances are taken. Rules and thresholds may be looked for on the tuning seeds; what is reported comes from the
 * held-out ones, on which nothing is ever tried.
 */
export const firstSeeds = { tuning: 1, "held-out": 501 } as const;
export type Seeds = keyof typeof firstSeeds;
