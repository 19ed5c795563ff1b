/** A part of a comment is quoted over the API as the words that stand there. */
import { expect, test } from "vitest";
import { makeSetting } from "@/app/testing/setting";
import { config } from "@/lib/config/config";
import { testDatabase } from "@/lib/db/testing";
import { POST } from "./[threadId]/comments/route";

testDatabase();

test("what is quoted of a comment is the part that was named", async () => {
  const { threadId, otherCommentId, headers } = await makeSetting("editor");
  const request = new Request(`${config().appUrl}/api/v1/threads/${threadId}/comments`, {
    method: "POST",
    headers,
    body: JSON.stringify({ text: "Does it?", quotedId: otherCommentId, quotedPart: { start: 3, end: 10 } }),
  });
  const answer = await POST(request, { params: Promise.resolve({ threadId }) });
  expect(await answer.json()).toMatchObject({ comment: { quote: { words: { excerpt: "it says" } } } });
});
