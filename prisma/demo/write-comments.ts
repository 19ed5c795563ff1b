/** Writes the demo's threads (database). */
import type { Tx } from "@/lib/db/client";
import { type CommentBody, type CommentInline, toPlainText } from "@/lib/threads/body";
import { keepMentions } from "@/lib/threads/mentions";
import { idsOf, type Subject } from "@/lib/threads/subject";
import { type DemoThread, demoThreads } from "./comments";
import type { DemoHighlightName } from "./highlights";
import { type DemoPerson, demoPeople } from "./people";
import type { DemoRebuttalName } from "./rebuttals";
import type { Written } from "./write-layer";

interface Around {
  articleId: string;
  userIds: Record<DemoPerson, string>;
  highlights: Record<DemoHighlightName, Written>;
  rebuttals: Record<DemoRebuttalName, string>;
}

/** The first comment was posted this long before the seeding, and another every seven minutes. */
const began = 2 * 60 * 60 * 1000; // ms
const apart = 7 * 60 * 1000; // ms

/** Writes them all. */
export async function writeThreads(tx: Tx, around: Around, now: Date): Promise<void> {
  let at = now.getTime() - began;
  const nextTime = () => {
    at += apart;
    return new Date(at);
  };
  for (const { on, comments } of demoThreads) {
    const { articleId, userIds } = around;
    const first = comments[0];
    if (!first) continue;
    const { id: threadId } = await tx.thread.create({
      data: { articleId, ...idsOf(subjectOf(on, around)), createdById: userIds[first.by], createdAt: new Date(at) },
      select: { id: true },
    });
    for (const { by, text, replies = [] } of comments) {
      const parentId = await write(tx, { threadId, parentId: null, by, text, createdAt: nextTime() }, userIds);
      for (const reply of replies) await write(tx, { threadId, parentId, ...reply, createdAt: nextTime() }, userIds);
    }
  }
}

function subjectOf(on: DemoThread["on"], { highlights, rebuttals }: Around): Subject {
  if (on === "article") return { kind: "article" };
  if ("highlight" in on) return { kind: "highlight", id: highlights[on.highlight].id };
  return { kind: "rebuttal", id: rebuttals[on.rebuttal] };
}

interface NewComment {
  threadId: string;
  parentId: string | null;
  by: DemoPerson;
  text: string;
  createdAt: Date;
}

async function write(tx: Tx, { by, text, ...place }: NewComment, userIds: Around["userIds"]): Promise<string> {
  const body = bodyOf(text, userIds);
  const { id } = await tx.comment.create({
    data: { ...place, authorId: userIds[by], body, text: toPlainText(body) },
    select: { id: true },
  });
  await keepMentions(tx, id, userIds[by], body);
  return id;
}

/** One paragraph, in which `@edgar` and the like are mentions. */
function bodyOf(text: string, userIds: Around["userIds"]): CommentBody {
  const content = text.split(/(@(?:olive|edgar|ana)\b)/).flatMap((piece): CommentInline[] => {
    if (piece === "") return [];
    const who = (Object.keys(demoPeople) as DemoPerson[]).find((person) => piece === `@${person}`);
    if (!who) return [{ type: "text", text: piece }];
    return [{ type: "mention", attrs: { userId: userIds[who], name: demoPeople[who].name } }];
  });
  return { type: "doc", content: [{ type: "paragraph", content }] };
}
