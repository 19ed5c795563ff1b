import { beforeEach, describe, expect, it } from "vitest";
import type { Member } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import { testDatabase } from "@/lib/db/testing";
import { createRebuttal } from "@/lib/rebuttal/changes";
import { moveRebuttal } from "@/lib/rebuttal/move";
import { type CommentBody, fromPlainText } from "@/lib/threads/body";
import { deleteComment, editComment, postOn } from "@/lib/threads/store";
import { decide, undoDecision } from "../decide";
import { purgeContent } from "../purge";
import { readLog } from "../read-log";
import { readReview } from "../read-review";
import { itemOf, makeScene, restriction, type Scene, stateOf } from "../testing";
import { changePostingRules } from "./posting-rules";
import { gentleRules, type PostingRules } from "./schema";
import { tryWatchedWords } from "./trial";
import { changeWatchedWords, listWatchedWords } from "./words";

testDatabase();

let scene: Scene;
beforeEach(async () => {
  scene = await makeScene();
});

const now = () => new Date();

const watch = async (...entries: [word: string, action: "hold" | "flag" | "refuse"][]) => {
  const { version } = await listWatchedWords(scene.workspaceId);
  const words = entries.map(([word, action]) => ({ word, action, isPart: false, note: "Ask Ana." }));
  await changeWatchedWords(scene.workspaceId, { words, version }, scene.moderator);
};
const require = (rules: Partial<PostingRules>) =>
  changePostingRules(scene.workspaceId, { ...gentleRules, ...rules }, scene.moderator);
const say = async (words: string | CommentBody, by: Member = scene.author) => {
  const body = typeof words === "string" ? fromPlainText(words) : words;
  return (await postOn(scene.article, { kind: "article" }, { body }, by, now())).comment.id;
};
const edit = (id: string, text: string, by = scene.author) =>
  editComment(id, scene.workspaceId, fromPlainText(text), by, now());
const findingsOf = async (commentId: string) => {
  const item = await db().reviewItem.findUnique({ where: { commentId }, select: { id: true } });
  if (!item) return [];
  const { detections } = await readReview(item.id, scene.moderator, now());
  return detections.map(({ details }) => details);
};
const approve = async (commentId: string) => {
  const { id, version } = await itemOf(commentId);
  return (await decide(id, version, { measure: "approve" }, scene.moderator, now())).decisionId;
};
const takeDown = async (commentId: string, measure: "hide" | "remove") => {
  const { id, version } = await itemOf(commentId);
  return (await decide(id, version, restriction(measure), scene.moderator, now())).decisionId;
};

describe("a watched word", () => {
  it("that is refused keeps the comment out, without telling which word it was, and lets moderators write it", async () => {
    await watch(["spam", "refuse"]);
    const refusal = await say("Buy s\u200bp a m… no: $pam").catch((error: Error) => error);
    expect(refusal).toMatchObject({ code: "invalid-input", message: expect.stringContaining("its text is kept") });
    expect((refusal as Error).message).not.toContain("pam");
    expect(await db().comment.count({ where: { thread: { articleId: scene.article.id } } })).toBe(0);
    expect(await stateOf(await say("Is spam watched?", scene.moderator))).toBe("visible");
    expect(await stateOf(await say("Spammer is another word."))).toBe("visible");
  });

  it("that is held waits for a moderator, who sees where it stands; the decision says that it was found automatically", async () => {
    await watch(["spam", "hold"]);
    const id = await say("Buy s p a m now");
    expect(await stateOf(id)).toBe("pending");
    expect(await findingsOf(id)).toEqual([
      { kind: "watched_word", word: "spam", note: "Ask Ana.", ranges: [{ start: 4, end: 11 }], alsoIn: null },
    ]);
    const decisionId = await takeDown(id, "hide");
    expect(await db().decision.findUniqueOrThrow({ where: { id: decisionId } })).toMatchObject({
      automatedDetection: true,
      automatedDecision: false,
      source: "own_initiative",
    });
    await undoDecision(decisionId, scene.moderator, now());
    await approve(id);
    expect(await stateOf(id)).toBe("visible");
  });

  it("that is flagged is read meanwhile", async () => {
    await watch(["spam", "flag"]);
    const id = await say("Buy spam");
    expect(await stateOf(id)).toBe("visible");
    expect(await itemOf(id)).toMatchObject({ status: "pending", score: 0 });
  });

  it("is found in a link's address and in bold halves of a word", async () => {
    await watch(["casino", "flag"]);
    const link = { type: "link" as const, attrs: { href: "https://casino.example/play" } };
    const linked = await say({
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text: "Look here", marks: [link] }] }],
    });
    expect(await findingsOf(linked)).toMatchObject([{ ranges: [], alsoIn: "address" }]);
    const halves = await say({
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [
            { type: "text", text: "Go to a cas" },
            { type: "text", text: "ino", marks: [{ type: "bold" }] },
          ],
        },
      ],
    });
    expect(await findingsOf(halves)).toMatchObject([{ ranges: [{ start: 8, end: 14 }] }]);
  });

  it("is looked for in edits too, and what was found before stands no longer where it stood", async () => {
    await watch(["spam", "hold"], ["scam", "refuse"]);
    const id = await say("All is well");
    await expect(edit(id, "A scam")).rejects.toMatchObject({ code: "invalid-input" });
    await edit(id, "A spam");
    expect(await stateOf(id)).toBe("pending");
    await edit(id, "No such thing");
    expect(await stateOf(id)).toBe("pending");
    expect(await findingsOf(id)).toMatchObject([{ word: "spam", ranges: [] }]);
  });

  it("counts from the moment the list is saved, and one that was dropped no longer", async () => {
    expect(await stateOf(await say("spam"))).toBe("visible");
    await watch(["spam", "hold"]);
    expect(await stateOf(await say("spam"))).toBe("pending");
    await watch(["scam", "hold"]);
    expect(await stateOf(await say("spam"))).toBe("visible");
  });

  it("leaves nothing behind in the item when the comment is purged", async () => {
    await watch(["spam", "hold"]);
    const id = await say("Buy spam");
    await purgeContent({ kind: "comment", id }, scene.owner, now());
    expect(await findingsOf(id)).toEqual([]);
  });
});

describe("the list", () => {
  it("is saved by one of two moderators who changed the same one, and stands in the log without its words", async () => {
    await watch(["secretword", "hold"]);
    const stale = changeWatchedWords(scene.workspaceId, { words: [], version: 0 }, scene.owner);
    await expect(stale).rejects.toMatchObject({ code: "conflict" });
    await require({ heldPosts: 1 });
    expect(await listWatchedWords(scene.workspaceId)).toMatchObject({ version: 1, words: [{ word: "secretword" }] });
    const log = await readLog(scene.workspaceId, scene.reader, { before: null, limit: 10 });
    expect(log.map(({ action }) => action)).toEqual(["posting-rules.changed", "watched-words.changed"]);
    expect(JSON.stringify(await db().moderationLogEntry.findMany())).not.toContain("secretword");
  });

  it("takes no word that could never be found", async () => {
    await expect(watch(["a$$", "hold"])).rejects.toMatchObject({ code: "invalid-input" });
    expect(await listWatchedWords(scene.workspaceId)).toEqual({ words: [], version: 0 });
  });

  it("is tried out on what was written, and changes nothing by it", async () => {
    const hit = await say("A sc\u00adam, I say");
    await say("All is well");
    const deleted = await say("Another scam");
    await deleteComment(deleted, now());
    const words = [{ word: "scam", action: "refuse" as const, isPart: false, note: "" }];
    expect(await tryWatchedWords(scene.workspaceId, words)).toEqual({
      looked: 2,
      isAll: true,
      hit: 1,
      words: [{ word: "scam", comments: 1 }],
      examples: [
        {
          commentId: hit,
          author: "The annotator",
          text: "A sc\u00adam, I say",
          ranges: [{ start: 2, end: 7 }],
          words: ["scam"],
        },
      ],
    });
    expect(await stateOf(hit)).toBe("visible");
    expect(await findingsOf(hit)).toEqual([]);
  });
});

describe("a new member", () => {
  it("has the first comments held until some are to be seen", async () => {
    await require({ heldPosts: 2 });
    const first = await say("First");
    expect(await stateOf(first)).toBe("pending");
    expect(await findingsOf(first)).toEqual([{ kind: "first_posts", number: 1, of: 2 }]);
    const second = await say("Second");
    await approve(first);
    await approve(second);
    expect(await stateOf(await say("Third"))).toBe("visible");
    expect(await stateOf(await say("A moderator's first", scene.moderator))).toBe("visible");
  });

  it("posts two links while the account is young, made or written out, and as many as they like later", async () => {
    const three = "https://a.example and www.b.example and http://c.example";
    await expect(say(three)).rejects.toMatchObject({
      code: "invalid-input",
      message: expect.stringMatching(/first 24 hours .* can hold 2 links at most.*text is kept/),
    });
    await say("https://a.example and https://b.example");
    await say(three, scene.moderator);
    await db().user.update({ where: { id: scene.author.userId }, data: { createdAt: new Date("2026-01-01") } });
    await say(three);
  });

  it("posts none where the workspace wants none, and any number where it doesn't care", async () => {
    await require({ newcomerLinks: 0 });
    await expect(say("See https://a.example")).rejects.toMatchObject({
      message: expect.stringContaining("can't hold links"),
    });
    await require({ newcomerLinks: null });
    await say("https://a.example https://b.example https://c.example");
  });
});

describe("the same words again", () => {
  const words = "This is quite the longest remark of mine.";

  it("after their author deleted them come to the queue", async () => {
    const first = await say(words);
    await deleteComment(first, now());
    const again = await say("THIS is quite the lоngest remark, of mine!");
    expect(await stateOf(again)).toBe("visible");
    expect(await findingsOf(again)).toEqual([{ kind: "reposted", commentId: first, earlier: "deleted", own: true }]);
  });

  it("are nothing to look at when they are few, or their comment still stands", async () => {
    await deleteComment(await say("Thank you!"), now());
    expect(await findingsOf(await say("Thank you!"))).toEqual([]);
    await say(words);
    expect(await findingsOf(await say(words))).toEqual([]);
  });

  it("after a moderator took them down are held, whoever writes them", async () => {
    await watch(["longest", "flag"]);
    const first = await say(words);
    await takeDown(first, "remove");
    await watch();
    expect(await stateOf(await say(words))).toBe("pending");
    const another = { ...scene.owner, role: "annotator" as const };
    const copied = await say(words, another);
    expect(await stateOf(copied)).toBe("pending");
    expect(await findingsOf(copied)).toEqual([{ kind: "reposted", commentId: first, earlier: "removed", own: false }]);
  });

  it("are found in an edit as well", async () => {
    const first = await say(words);
    const other = await say("Something else entirely");
    await deleteComment(first, now());
    await edit(other, words);
    expect(await findingsOf(other)).toMatchObject([{ kind: "reposted", commentId: first }]);
  });
});

describe("a rebuttal with a watched word", () => {
  it("is brought to the moderators when it is submitted, as it is, whatever the list says", async () => {
    await watch(["scam", "refuse"], ["spam", "hold"]);
    const id = await createRebuttal({
      articleId: scene.article.id,
      creatorId: scene.author.userId,
      highlightIds: [],
      title: "No sc\u00adam",
      text: "It is spam.",
    });
    expect(await db().reviewItem.count({ where: { rebuttalId: id } })).toBe(0);
    await moveRebuttal(scene.author, id, "submit", 0);
    const item = await db().reviewItem.findFirstOrThrow({ where: { rebuttalId: id } });
    const { detections, contentState } = await readReview(item.id, scene.moderator, now());
    expect(contentState).toBe("visible");
    expect(detections.map(({ details }) => details)).toMatchObject([
      { word: "scam", ranges: [{ start: 3, end: 8 }], alsoIn: null },
      { word: "spam", ranges: [], alsoIn: "text" },
    ]);
  });
});

describe("an edit of what was found all right", () => {
  const approved = async () => {
    await watch(["spam", "flag"]);
    const id = await say("Is this spam?");
    await approve(id);
    return id;
  };

  it("comes back to the queue where the workspace wants it, and is read meanwhile", async () => {
    await require({ rechecksEdits: true });
    const id = await approved();
    await edit(id, "Something else");
    expect(await itemOf(id)).toMatchObject({ status: "pending" });
    expect(await stateOf(id)).toBe("visible");
    expect(await findingsOf(id)).toContainEqual({ kind: "edited" });
  });

  it("stays as it is elsewhere", async () => {
    const id = await approved();
    await edit(id, "Something else");
    expect(await itemOf(id)).toMatchObject({ status: "approved" });
  });
});
