/** Where a comment stands among its thread's, as the string that the database gives it: numbers from the top-level comment down. Pure. */
import { z } from "zod";

/** The orders in which a thread can be read. */
export const discussionOrders = ["oldest", "newest", "discussed"] as const;
/**
 * - `oldest`: as it was written;
 * - `newest`: the newest top-level comment first;
 * - `discussed`: the top-level comment with the most replies first.
 *
 * Replies stand under what they answer in each of them, oldest first.
 */
export type DiscussionOrder = (typeof discussionOrders)[number];

/** A place as callers hold it. */
export const placeSchema = z.string().regex(/^\d{7}(\.\d{7}){0,2}$/, "is not a place that a page gave");

/** How far it stands to the right: 0 for a top-level comment. */
export const depthOf = (place: string): number => place.split(".").length - 1;

/** The depth that deeper replies keep to as well. */
export const deepest = 2;

/** The number of the top-level comment that it stands under, or that it is. */
export const topOf = (place: string): number => Number(place.slice(0, 7));

/** Its own number: how many comments came to the thread before it, and one. */
export const numberOf = (place: string): number => Number(place.slice(-7));

/** The place that it stands right under; null for a top-level comment. */
export const above = (place: string): string | null => (depthOf(place) === 0 ? null : place.slice(0, -8));
