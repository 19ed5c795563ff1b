/** An article's progress in words. Pure. */
import type { RebuttalStatus } from "@/lib/access/policies";

export function highlightsInWords(count: number): string {
  if (count === 0) return "No highlights yet";
  return count === 1 ? "1 highlight" : `${count} highlights`;
}

export function claimsInWords({ answered, open }: { answered: number; open: number }): string {
  const all = answered + open;
  if (open === 0) return all === 1 ? "The one claim is answered" : `All ${all} claims answered`;
  return `${answered} of ${all === 1 ? "1 claim" : `${all} claims`} answered`;
}

const names: [RebuttalStatus, string][] = [
  ["published", "published"],
  ["in_review", "in review"],
  ["draft", "draft"],
];

/** "1 published, 2 draft"; null when nobody has begun one. What was withdrawn no longer counts. */
export function rebuttalsInWords(counts: Record<RebuttalStatus, number>): string | null {
  const parts = names.flatMap(([status, name]) => (counts[status] > 0 ? [`${counts[status]} ${name}`] : []));
  if (parts.length === 0) return null;
  const all = counts.published + counts.in_review + counts.draft;
  return `${all === 1 ? "Rebuttal" : "Rebuttals"}: ${parts.join(", ")}`;
}
