/** Somebody is mentioned: the bell counts while they look at something else, and leads through the inbox to the very comment. */
import { expectAccessible } from "./axe";
import { browserOf, demoPeople, findDemoArticle, send } from "./people";
import { expect, test } from "./test";

test("a mention reaches who it calls at once, and leads to itself", async ({ browser, server }) => {
  const olive = await browserOf(browser, server.url, demoPeople.owner);
  const ana = await browserOf(browser, server.url, demoPeople.annotator);
  const { workspaceId } = await findDemoArticle(olive.context.request, server.url);
  const source = { kind: "text", content: "On bells\n\nOne paragraph about them." };
  const { id: articleId } = await send<{ id: string }>(
    olive.context.request,
    server.url,
    `/api/v1/workspaces/${workspaceId}/articles`,
    source,
  );
  const { id: anaId } = (await (await ana.context.request.get("/api/v1/me")).json()) as { id: string };
  // Whatever other journeys told her.
  await ana.context.request.post("/api/v1/me/notices/read", { headers: { origin: server.url } });
  // No document is open on this page; it listens once it has asked how many there are.
  const listening = ana.page.waitForResponse("**/api/v1/me/notices/unread");
  await ana.page.goto("/account");
  await listening;
  await expect(ana.page.getByRole("link", { name: "Notices", exact: true })).toBeVisible();

  await send(olive.context.request, server.url, `/api/v1/articles/${articleId}/threads`, {
    body: {
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [
            { type: "mention", attrs: { userId: anaId, name: "Ana" } },
            { type: "text", text: " knows how they are cast." },
          ],
        },
      ],
    },
  });
  await ana.page.getByRole("link", { name: "1 unread notice", exact: true }).click();
  const notice = ana.page.getByRole("article").filter({ hasText: "knows how they are cast." });
  await expect(notice).toContainText("On “On bells”");
  await expectAccessible(ana.page);
  await notice.getByRole("link", { name: /mentioned you/ }).focus();
  await ana.page.keyboard.press("Enter");
  await expect(ana.page.getByRole("article").filter({ hasText: "knows how they are cast." })).toBeFocused();
  await expect(ana.page.getByRole("link", { name: "Notices", exact: true })).toBeVisible();
});
