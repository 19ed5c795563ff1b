/** Saved replies in a real PostgreSQL: by title, within their workspace, and never citing a rule that doesn't hold. */
import { beforeEach, expect, it } from "vitest";
import { testDatabase } from "@/lib/db/testing";
import { changeRules } from "./rules";
import { changeReply, createReply, deleteReply, listReplies } from "./saved-replies";
import type { ReplyDraft } from "./saved-reply.schema";
import { makeScene, type Scene } from "./testing";

testDatabase();

let scene: Scene;
beforeEach(async () => {
  scene = await makeScene();
});

const draft = (part: Partial<ReplyDraft> = {}): ReplyDraft => ({
  title: "Advertising",
  measure: "remove",
  reason: "spam",
  ground: { kind: "law", law: "A law" },
  facts: "It sells something.",
  ...part,
});

const setRules = (...titles: string[]) =>
  changeRules(
    scene.workspaceId,
    titles.map((title) => ({ title, text: "" })),
    scene.owner,
    new Date(),
  );

it("come by title, can be changed and deleted, and belong to their workspace", async () => {
  const { workspaceId } = scene;
  const spam = await createReply(workspaceId, draft());
  await createReply(workspaceId, draft({ title: "A first one", ground: null }));
  expect((await listReplies(workspaceId)).map(({ title }) => title)).toEqual(["A first one", "Advertising"]);
  expect(spam).toEqual({ id: spam.id, ...draft() });

  const elsewhere = await makeScene();
  await expect(changeReply(elsewhere.workspaceId, spam.id, draft())).rejects.toMatchObject({ code: "not-found" });
  await deleteReply(elsewhere.workspaceId, spam.id);
  const changed = await changeReply(workspaceId, spam.id, draft({ title: "Spam", measure: "hide" }));
  expect(changed).toMatchObject({ id: spam.id, title: "Spam", measure: "hide" });
  await deleteReply(workspaceId, spam.id);
  expect((await listReplies(workspaceId)).map(({ title }) => title)).toEqual(["A first one"]);
});

it("cite a rule as long as it holds, and no other workspace's", async () => {
  const [rule] = await setRules("Sell nothing");
  const ground = { kind: "rule", ruleId: rule?.id ?? "" } as const;
  const elsewhere = await makeScene();
  await expect(createReply(elsewhere.workspaceId, draft({ ground }))).rejects.toMatchObject({ code: "invalid-input" });
  const saved = await createReply(scene.workspaceId, draft({ ground }));
  expect(saved.ground).toEqual(ground);
  await setRules("Sell nothing at all");
  expect(await listReplies(scene.workspaceId)).toMatchObject([{ ground: null, facts: "It sells something." }]);
});
