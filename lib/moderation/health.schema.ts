/** How moderation goes: what is asked for, and the figures. */
import { z } from "zod";

const day = z.iso.date();
const person = z.object({ id: z.uuid(), name: z.string(), color: z.string() });

/** The weeks that these days are in, both included; the last twelve unless told. */
export const periodSchema = z.object({ from: day.optional(), to: day.optional() });
export type GivenPeriod = z.infer<typeof periodSchema>;

const figures = {
  /** Flags that were made, and not taken back. */
  flags: z.number().int(),
  /** Decisions that moderators made about items of the queue, and didn't undo. */
  decisions: z.number().int(),
  /** From the first flag that a decision judged (without one: from when the item came into the queue), in ms; null without decisions. */
  medianWait: z.number().nullable(),
  p90Wait: z.number().nullable(),
  /** Decisions of moderators that restricted content or a member, and how many of them were overturned on appeal. */
  restrictions: z.number().int(),
  overturned: z.number().int(),
};
const figuresSchema = z.object(figures);
export type Figures = z.infer<typeof figuresSchema>;

export const healthSchema = z.object({
  /** The first and last day. */
  from: day,
  to: day,
  total: figuresSchema,
  /** Every week, by its Monday (UTC). */
  weeks: z.array(z.object({ week: day, ...figures })),
  /** Members with at least two restrictions in this time that hold, most first. */
  repeatCases: z.array(z.object({ member: person, restrictions: z.number().int(), latest: z.iso.datetime() })),
});
export type Health = z.infer<typeof healthSchema>;
