/** The first start, as a newcomer meets it: from an empty data folder to a signed-in owner in a workspace of their own. */
import { expect, test } from "@playwright/test";
import { makePlace, removePlace, startServer } from "./server";

test("the first person makes the owner's account, leaves, and comes back by mail address and password", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const place = await makePlace();
  const server = await startServer(place);
  try {
    await page.goto(server.url);
    await expect(page.getByRole("heading", { name: "Welcome to Rejoinder" })).toBeVisible();
    await page.getByLabel("Your name").fill("Nora Newcomer");
    await page.getByLabel("Mail address").fill("Nora@Example.org");
    await page.getByLabel("Password", { exact: true }).fill("a long and quiet sentence");
    await page.getByLabel("Your workspace").fill("The Evening Desk");
    await page.getByRole("button", { name: "Start" }).click();

    await expect(page).toHaveURL(/\/w\/[0-9a-f-]{36}$/);
    await expect(page.getByRole("button", { name: "The Evening Desk" })).toBeVisible();
    // Nobody else can become the first owner any more.
    await page.goto(`${server.url}/welcome`);
    await expect(page).not.toHaveURL(/welcome/);

    await page.goto(server.url);
    await page.getByRole("button", { name: /Your menu/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    await page.getByLabel("Mail address").fill("nora@example.org");
    await page.getByLabel("Password", { exact: true }).fill("a long and quiet sentence");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByRole("button", { name: "The Evening Desk" })).toBeVisible();
  } finally {
    await server.end("SIGTERM");
    await removePlace(place);
  }
});
