/** What readers see of what a thread hangs on. */
import type { Prisma } from "@/lib/db/generated/client";
import type { ThreadSummary } from "./schema";

/** What must be read of a thread for it. */
export const subjectSelect = {
  highlight: { select: { id: true, label: true, exact: true, deletedAt: true } },
  rebuttal: { select: { id: true, title: true } },
} as const satisfies Prisma.ThreadSelect;

/** The thread's subject. */
export function subjectView({
  highlight,
  rebuttal,
}: Prisma.ThreadGetPayload<{ select: typeof subjectSelect }>): ThreadSummary["subject"] {
  if (highlight) {
    const { id, label, exact, deletedAt } = highlight;
    return { kind: "highlight", id, label, exact, present: deletedAt === null };
  }
  return rebuttal ? { kind: "rebuttal", ...rebuttal } : { kind: "article" };
}
