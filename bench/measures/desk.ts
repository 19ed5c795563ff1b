/** How soon a moderator has the next item before them, with ten thousand that wait. */
import type { Page } from "@playwright/test";
import pg from "pg";
import { browserOf, demoPeople } from "@/e2e/people";
import { openEmbedded } from "@/lib/db/embedded/embedded";
import { duration, found, promised, type Row } from "../result";
import type { PreparedArticle, Setting } from "../setting";
import { percentile } from "../statistics";
import { installStopwatch, keyDownAt, shownAt } from "../stopwatch";

const items = 10_000;
const times = 60;
const bound = 100; // ms

export async function measureDesk(setting: Setting, { articleId, room }: PreparedArticle): Promise<Row[]> {
  await fillQueue(setting, articleId);
  const { context, page } = await browserOf(setting.browser, setting.server.url, demoPeople.owner);
  await installStopwatch(page);
  const began = performance.now();
  await page.goto(`${room.replace(/\/a\/.*/, "")}/moderation`);
  await untilDecidable(page);
  const opened = performance.now() - began;
  const going: number[] = [];
  for (let turn = 0; turn < times; turn += 1) going.push(await nextAfter(page, "j"));
  const deciding: number[] = [];
  for (let turn = 0; turn < times; turn += 1) deciding.push(await nextAfter(page, "a"));
  await context.close();
  const many = items.toLocaleString("en");
  const rows = (what: string, measured: number[]) => [
    found(`${what} among ${many} that wait, key to the next item’s paint (median of ${times})`, at(measured, 0.5)),
    promised(`… (p99 of ${times})`, percentile(measured, 0.99), bound, duration),
  ];
  return [
    found(`Opening the moderators’ desk with ${many} items that wait, until one can decide`, duration(opened)),
    ...rows("Go on", going),
    ...rows("Decide and go on", deciding),
  ];
}

const at = (measured: readonly number[], share: number) => duration(percentile(measured, share));

/** Puts comments on the article and into its workspace's queue, straight into the database: flags would take an hour. */
async function fillQueue({ place }: Setting, articleId: string): Promise<void> {
  const database = await openEmbedded({ dataDir: place.dataDir, as: "guest" });
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query(
      `WITH thread AS (
         INSERT INTO "Thread" ("id", "articleId") VALUES (gen_random_uuid(), $1) RETURNING "id"
       ), said AS (
         INSERT INTO "Comment" ("id", "threadId", "authorId", "body", "text", "createdAt")
         SELECT gen_random_uuid(), thread."id", author."id",
                jsonb_build_object('type', 'doc', 'content', jsonb_build_array(jsonb_build_object('type', 'paragraph',
                  'content', jsonb_build_array(jsonb_build_object('type', 'text', 'text', 'Remark ' || n))))),
                'Remark ' || n, now() - make_interval(secs => $3 - n)
         FROM thread, generate_series(1, $3::int) AS n, (SELECT "id" FROM "User" WHERE "email" = $2) AS author
         RETURNING "id"
       )
       INSERT INTO "ReviewItem" ("id", "workspaceId", "commentId", "score")
       SELECT gen_random_uuid(), (SELECT "workspaceId" FROM "Article" WHERE "id" = $1), "id", random() FROM said`,
      [articleId, demoPeople.annotator, items],
    );
    await client.query("ANALYZE");
  } finally {
    await client.end();
    await database.close();
  }
}

async function untilDecidable(page: Page): Promise<void> {
  await page.locator("article[aria-label^='Comment by'] [data-target]").waitFor();
  await page.locator("button[aria-keyshortcuts='a']:enabled").waitFor();
}

/** Presses the key when it can be, and waits until another item's words are shown. */
async function nextAfter(page: Page, key: string): Promise<number> {
  await untilDecidable(page);
  await page.evaluate(() => {
    const words = () => document.querySelector("article [data-target]")?.textContent;
    const before = words();
    window.benchShown = window.benchWhen(() => words() !== undefined && words() !== before);
  });
  await page.keyboard.press(key);
  return (await shownAt(page)) - (await keyDownAt(page));
}
