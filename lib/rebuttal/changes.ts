/** Changes what surrounds a rebuttal's text (database): it begins, answers passages, has contributors, is deleted. */
import { isAtLeast, type Member, may } from "@/lib/access/policies";
import { db, type Tx } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import { AppError } from "@/lib/errors";
import { firstUpdate } from "./document";
import { appendUpdate, projectLog } from "./log";
import { lockRebuttal, type RebuttalSubject } from "./store";

interface NewRebuttal {
  articleId: string;
  creatorId: string;
  /** In the order the rebuttal answers them. */
  highlightIds: readonly string[];
  title: string;
  /** Plain words; paragraphs are parted by blank lines. */
  text: string;
}

/**
 * Starts a rebuttal and returns its id. Its creator is its first contributor.
 * @throws AppError `invalid-input` when a highlight isn't on the article
 */
export async function createRebuttal({
  articleId,
  creatorId,
  highlightIds,
  title,
  text,
}: NewRebuttal): Promise<string> {
  return db().$transaction(async (tx) => {
    await requireLiveHighlights(tx, articleId, highlightIds);
    const { id } = await tx.rebuttal.create({
      data: {
        articleId,
        createdById: creatorId,
        contributors: { create: { userId: creatorId } },
        answers: { create: highlightIds.map((highlightId, position) => ({ highlightId, position })) },
      },
      select: { id: true },
    });
    if (title !== "" || text !== "") {
      await appendUpdate(tx, id, firstUpdate({ title, text }), creatorId);
      const { citations: _none, body, ...words } = await projectLog(tx, id);
      await tx.rebuttal.update({ where: { id }, data: { ...words, body: body.toJSON() } });
    }
    await announce(tx, { type: "rebuttal.changed", articleId, rebuttalId: id });
    return id;
  });
}

/**
 * Makes these highlights, in this order, the ones that the rebuttal answers.
 * @throws AppError `forbidden`, `not-found`, `invalid-input`
 */
export async function setAnswers(member: Member, rebuttalId: string, highlightIds: readonly string[]): Promise<void> {
  await change(member, rebuttalId, "rebuttal.write", async (tx, { articleId }) => {
    const before = await tx.rebuttalAnswer.findMany({ where: { rebuttalId }, select: { highlightId: true } });
    const kept = new Set(before.map(({ highlightId }) => highlightId));
    // An answered highlight that has since been taken off the article may stay answered; only new ones must be live.
    await requireLiveHighlights(
      tx,
      articleId,
      highlightIds.filter((id) => !kept.has(id)),
    );
    await tx.rebuttalAnswer.deleteMany({ where: { rebuttalId } });
    await tx.rebuttalAnswer.createMany({
      data: highlightIds.map((highlightId, position) => ({ rebuttalId, highlightId, position })),
    });
  });
}

/**
 * Lets another member of the workspace write in the rebuttal. Adding them twice changes nothing.
 * @throws AppError `forbidden`, `not-found`; `invalid-input` when they are no member who writes
 */
export async function addContributor(member: Member, rebuttalId: string, userId: string): Promise<void> {
  await change(member, rebuttalId, "rebuttal.manage-contributors", async (tx, { workspaceId }) => {
    const other = await tx.membership.findUnique({
      where: { workspaceId_userId: { workspaceId, userId } },
      select: { role: true },
    });
    if (!other || !isAtLeast(other.role, "annotator"))
      throw new AppError(
        "invalid-input",
        "Only members who may annotate can write in a rebuttal. Nothing was changed; ask an owner to raise their role first.",
      );
    await tx.rebuttalContributor.upsert({
      where: { rebuttalId_userId: { rebuttalId, userId } },
      create: { rebuttalId, userId },
      update: {},
    });
  });
}

/**
 * Takes a contributor off the rebuttal; what they wrote stays.
 * @throws AppError `forbidden`, `not-found`; `conflict` when nobody would be left
 */
export async function removeContributor(member: Member, rebuttalId: string, userId: string): Promise<void> {
  await change(member, rebuttalId, "rebuttal.manage-contributors", async (tx, { facts }) => {
    if (!facts.contributorIds.includes(userId)) return;
    if (facts.contributorIds.length === 1)
      throw new AppError("conflict", "A rebuttal needs a contributor. Nothing was changed; add someone else first.");
    await tx.rebuttalContributor.delete({ where: { rebuttalId_userId: { rebuttalId, userId } } });
  });
}

/**
 * Deletes a draft; only the log of its document stays, as the database lets no log row go. There is no way back in the
 * product, so whoever offers this asks first.
 * @throws AppError `forbidden`, `not-found`; `conflict` when people have commented on it, or moderators looked at it
 */
export async function deleteRebuttal(member: Member, rebuttalId: string): Promise<void> {
  await change(member, rebuttalId, "rebuttal.delete", async (tx) => {
    if ((await tx.comment.count({ where: { thread: { rebuttalId } } })) > 0)
      throw new AppError(
        "conflict",
        "People have commented on this rebuttal, so it stays, and their words with it. You can leave it as a draft.",
      );
    if ((await tx.reviewItem.count({ where: { rebuttalId } })) > 0)
      throw new AppError(
        "conflict",
        "Moderators have this rebuttal before them or decided about it, so it stays. You can leave it as a draft.",
      );
    await tx.rebuttal.delete({ where: { id: rebuttalId } });
  });
}

type RebuttalAction = "rebuttal.write" | "rebuttal.manage-contributors" | "rebuttal.delete";

/** Locks the rebuttal, asks whether the member may, makes the change, and announces it. */
async function change(
  member: Member,
  rebuttalId: string,
  action: RebuttalAction,
  make: (tx: Tx, rebuttal: RebuttalSubject) => Promise<void>,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const rebuttal = await lockRebuttal(tx, rebuttalId);
    if (!may(member, action, rebuttal.facts))
      throw new AppError("forbidden", "This rebuttal can't be changed by you as it stands now. Nothing was changed.");
    await make(tx, rebuttal);
    await tx.rebuttal.updateMany({ where: { id: rebuttalId }, data: { updatedAt: new Date() } });
    await announce(tx, { type: "rebuttal.changed", articleId: rebuttal.articleId, rebuttalId });
  });
}

async function requireLiveHighlights(tx: Tx, articleId: string, highlightIds: readonly string[]): Promise<void> {
  const live = await tx.highlight.findMany({
    where: { id: { in: [...highlightIds] }, articleId, deletedAt: null },
    select: { id: true },
  });
  const found = new Set(live.map(({ id }) => id));
  const missing = highlightIds.filter((id) => !found.has(id));
  if (missing.length > 0)
    throw new AppError(
      "invalid-input",
      "A rebuttal can only answer highlights that are on its article. Nothing was changed; reload the page and choose again.",
      { fields: missing.map((id) => ({ path: "highlightIds", message: `No such highlight on the article: ${id}` })) },
    );
}
