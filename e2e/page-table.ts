/** Every page of the product with who may see it: the expectation against which all pages are walked. */
import { globSync } from "node:fs";
import { join } from "node:path";
import type { Role } from "@/lib/access/policies";

/** What the addresses of the demo's pages are made of. */
export interface Ids {
  workspaceId: string;
  articleId: string;
  rebuttalId: string;
  /** A revision's. */
  number: string;
  /** A member who is no owner. */
  userId: string;
  token: string;
}

/**
 * - roles: members of these; to anybody else, other members too, it isn't there;
 * - `people`: whoever is signed in;
 * - `everybody`: signed in or not, perhaps with another page to go to.
 */
export interface PageRow {
  path: string;
  who: "everybody" | "people" | readonly Role[];
}

const readers: readonly Role[] = ["owner", "moderator", "editor", "annotator", "viewer"];

export const pageTable: readonly PageRow[] = [
  { path: "/", who: "people" },
  { path: "/account", who: "people" },
  { path: "/join/[token]", who: "everybody" },
  { path: "/notices", who: "people" },
  { path: "/sign-in", who: "everybody" },
  { path: "/sign-in/mail", who: "everybody" },
  { path: "/sign-in/mail-sent", who: "everybody" },
  { path: "/unsubscribe", who: "everybody" },
  { path: "/welcome", who: "everybody" },
  { path: "/w/[workspaceId]", who: readers },
  { path: "/w/[workspaceId]/import", who: ["owner", "moderator", "editor"] },
  { path: "/w/[workspaceId]/moderation", who: ["owner", "moderator"] },
  { path: "/w/[workspaceId]/moderation/health", who: ["owner", "moderator"] },
  { path: "/w/[workspaceId]/moderation/log", who: readers },
  { path: "/w/[workspaceId]/moderation/members/[userId]", who: ["owner", "moderator"] },
  { path: "/w/[workspaceId]/moderation/rules", who: ["owner", "moderator"] },
  { path: "/w/[workspaceId]/moderation/replies", who: ["owner", "moderator"] },
  { path: "/w/[workspaceId]/rules", who: readers },
  { path: "/w/[workspaceId]/settings", who: readers },
  { path: "/w/[workspaceId]/a/[articleId]", who: readers },
  { path: "/w/[workspaceId]/a/[articleId]/rebuttals", who: readers },
  { path: "/w/[workspaceId]/a/[articleId]/rebuttals/[rebuttalId]", who: readers },
  { path: "/w/[workspaceId]/a/[articleId]/revisions", who: readers },
  { path: "/w/[workspaceId]/a/[articleId]/revisions/[number]", who: readers },
  { path: "/w/[workspaceId]/a/[articleId]/revisions/[number]/report", who: readers },
  { path: "/w/[workspaceId]/a/[articleId]/revisions/compare", who: readers },
  { path: "/w/[workspaceId]/a/[articleId]/revisions/correct", who: ["owner", "moderator", "editor"] },
  { path: "/w/[workspaceId]/a/[articleId]/revisions/import", who: ["owner", "moderator", "editor"] },
  { path: "/w/[workspaceId]/a/[articleId]/threads", who: readers },
];

/** The pages that there are, by their files. */
export function pagesOnDisk(): string[] {
  return globSync("**/page.tsx", { cwd: join(import.meta.dirname, "../app") })
    .map((file) => `/${file.replace(/\/?page\.tsx$/, "")}`)
    .sort();
}

/** The page's address with its parameters filled in. */
export function addressOf(path: string, ids: Ids): string {
  return path.replaceAll(/\[(\w+)\]/g, (_, name: keyof Ids) => ids[name]);
}
