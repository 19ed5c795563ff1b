/** Where a page of rows in order of time ends: a moment, and an id for those of the same millisecond. Pure. */
import { z } from "zod";

export interface Cursor {
  at: Date;
  id: string;
}

const pattern = /^(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** A cursor as callers hold it: opaque to them. */
export const cursorSchema = z.string().regex(pattern, "is not a place that a page gave");

/** The string for a caller. */
export function cursorOf({ at, id }: Cursor): string {
  return `${at.getTime()}_${id}`;
}

/** The place that a checked string names; null for none. */
export function placeOf(cursor: string | undefined): Cursor | null {
  const [, at, id] = pattern.exec(cursor ?? "") ?? [];
  return at && id ? { at: new Date(Number(at)), id } : null;
}
