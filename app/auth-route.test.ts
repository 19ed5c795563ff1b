import { expect, test } from "vitest";
import { config } from "@/lib/config/config";
import { testDatabase } from "@/lib/db/testing";
import { POST } from "./api/auth/[...nextauth]/route";

testDatabase();

test("a form that doesn't end is not taken into memory", async () => {
  const { origin } = new URL(config().appUrl);
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (sent >= 1024 * 1024) return controller.close();
      sent += 1024;
      controller.enqueue(new Uint8Array(1024).fill(0x61));
    },
  });
  const headers = { origin, "content-type": "application/x-www-form-urlencoded" };
  const request = new Request(`${origin}/api/auth/callback/credentials`, {
    method: "POST",
    headers,
    body,
    duplex: "half",
  } as RequestInit);
  const answer = await POST(request, { params: Promise.resolve({ nextauth: ["callback", "credentials"] }) });
  expect(answer.status).toBe(413);
  expect(sent).toBeLessThan(64 * 1024);
});
