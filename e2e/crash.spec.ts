/** The server dies in the middle of a sentence: nothing that a person was shown as saved is gone. */
import { expect, test } from "@playwright/test";
import { browserOf, demoPeople } from "./people";
import { expectSaved, openDemoRoom } from "./rooms";
import { makePlace, removePlace, startServer } from "./server";

test("kill -9 while typing loses nothing that was shown as saved, and what was typed since arrives after the restart", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const place = await makePlace();
  let server = await startServer(place);
  try {
    const { context, page } = await browserOf(browser, server.url, demoPeople.owner);
    await openDemoRoom(page);
    await page.getByRole("link", { name: "Rebuttals" }).click();
    await page.getByRole("link", { name: /Eleven passengers/ }).click();
    const text = page.getByRole("textbox", { name: "Text of the rebuttal" });
    await text.click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("These words were saved. ");
    await expectSaved(page);

    const typing = page.keyboard.type("These words were typed while the server died.", { delay: 15 });
    await server.end("SIGKILL");
    await typing;
    await expect(page.locator('[data-state="offline"]')).toBeVisible();

    server = await startServer(place);
    // Another browser first: it sees what the server has, not what the first one still holds.
    const other = await browserOf(browser, server.url, demoPeople.editor);
    await other.page.goto(page.url());
    await expect(other.page.getByText("These words were saved.")).toBeVisible();
    // Then the first comes back by itself and brings the rest.
    await expectSaved(page);
    await expect(other.page.getByText("These words were typed while the server died.")).toBeVisible();
    await context.close();
    await other.context.close();
  } finally {
    await server.end("SIGTERM");
    await removePlace(place);
  }
});
