/** Searches a rebuttal for watched words when it leaves its writers' hands (database). It is shown as it is, and queued. */
import { type Member, may } from "@/lib/access/policies";
import type { Tx } from "@/lib/db/client";
import { bringToReview } from "../hold";
import { rulesOf } from "./posting-rules";
import { watchedIn } from "./watched-in";

interface Rebuttal {
  id: string;
  workspaceId: string;
  title: string;
  text: string;
}

/** Whatever the list says of a word, what several people wrote together is only brought to the moderators. */
export async function watchRebuttal(tx: Tx, rebuttal: Rebuttal, mover: Member, now: Date): Promise<void> {
  if (may(mover, "moderation.work")) return;
  const { id, workspaceId, title, text } = rebuttal;
  const { wordsVersion } = await rulesOf(tx, workspaceId);
  const watched = await watchedIn(tx, workspaceId, wordsVersion, { text: title, elsewhere: { in: "text", text } });
  if (watched.length === 0) return;
  const findings = watched.map(({ details }) => details);
  await bringToReview(tx, { kind: "rebuttal", id }, findings, now);
}
