/** `npm run screenshots`: every screen of the demo workspace in light, dark and phone size; the README's few go to docs/pictures. */
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type APIRequestContext, type Browser, chromium } from "@playwright/test";
import { addressOf, type Ids, pageTable } from "../e2e/page-table";
import { demoPeople, findDemoArticle, send, signIn } from "../e2e/people";
import { makePlace, removePlace, startServer } from "../e2e/server";

const looks = [
  { name: "light", colorScheme: "light", viewport: { width: 1440, height: 900 } },
  { name: "dark", colorScheme: "dark", viewport: { width: 1440, height: 900 } },
  { name: "phone", colorScheme: "light", viewport: { width: 390, height: 844 } },
] as const;
const folder = "test-results/screenshots";
/** File in `folder` → its name in docs/pictures. */
const forReadme = { "room-light": "room-light", "room-dark": "room-dark", "rebuttal-light": "rebuttal-light" };
/** Pages a stranger sees. */
const outside = new Set(["/sign-in", "/sign-in/mail-sent", "/welcome"]);

/** The page's last word that isn't a parameter. */
function nameOf(path: string): string {
  if (path.endsWith("[articleId]")) return "room";
  if (path.endsWith("[rebuttalId]")) return "rebuttal";
  if (path.endsWith("[number]")) return "revision";
  if (path.endsWith("[workspaceId]")) return "library";
  return path
    .split("/")
    .filter(Boolean)
    .join("-")
    .replaceAll(/w-\[\w+\]-|a-\[\w+\]-|-\[\w+\]/g, "");
}

async function picture(browser: Browser, url: string, ids: Ids, look: (typeof looks)[number]): Promise<void> {
  const { name, ...context } = look;
  const stranger = await browser.newContext({ baseURL: url, ...context });
  const member = await browser.newContext({ baseURL: url, ...context });
  await signIn(member.request, url, demoPeople.owner);
  for (const { path } of pageTable) {
    if (path === "/" || path === "/sign-in/mail" || path === "/join/[token]") continue;
    const page = await (outside.has(path) ? stranger : member).newPage();
    await page.goto(addressOf(path, ids));
    await page.waitForLoadState("networkidle");
    // Past the title, where the marks and their cards are.
    if (nameOf(path) === "room") await page.evaluate("window.scrollTo(0, 560)");
    await page.screenshot({ path: join(folder, `${nameOf(path)}-${name}.png`) });
    await page.close();
    process.stdout.write(`${nameOf(path)}, ${name}\n`);
  }
  await stranger.close();
  await member.close();
}

async function idsOfDemo(browser: Browser, url: string): Promise<Ids> {
  const { request } = await browser.newContext();
  await signIn(request, url, demoPeople.owner);
  const read = async <Answer>(path: string) => (await (await request.get(url + path)).json()) as Answer;
  const { workspaceId, articleId } = await findDemoArticle(request, url);
  const { rebuttals } = await read<{ rebuttals: { id: string; status: string }[] }>(
    `/api/v1/articles/${articleId}/rebuttals`,
  );
  const { members } = await read<{ members: { userId: string; role: string }[] }>(
    `/api/v1/workspaces/${workspaceId}/members`,
  );
  const annotator = members.find(({ role }) => role === "annotator");
  const draft = rebuttals.find(({ status }) => status === "draft");
  const number = `${await reviseDemo(request, url, articleId)}`;
  return { workspaceId, articleId, rebuttalId: draft?.id ?? "", number, userId: annotator?.userId ?? "", token: "" };
}

/** What the second revision says otherwise: a mark goes along with its words, one loses them, and one text has none. */
const corrections: readonly [from: string, to: string][] = [
  ["rose by 9 percent", "rose by 8 percent"],
  ["within a decade the people", "within ten years the people"],
  [" The operator has offered that in writing.", ""],
];

/** Gives the demo's article a second revision, so that the pages about revisions have something to show. */
async function reviseDemo(request: APIRequestContext, url: string, articleId: string): Promise<number> {
  const path = `/api/v1/articles/${articleId}/revisions`;
  const revision = await (await request.get(`${url}${path}/1`)).json();
  const { id: base, metadata, blocks } = revision as { id: string; metadata: object; blocks: { text: string }[] };
  const correct = (text: string) => corrections.reduce((now, [from, to]) => now.replace(from, to), text);
  const corrected = blocks.map((block) => ({ ...block, text: correct(block.text) }));
  const text = { from: "blocks", metadata, blocks: corrected };
  const { number } = await send<{ number: number }>(request, url, path, { base, text });
  return number;
}

const place = await makePlace();
const server = await startServer(place);
const browser = await chromium.launch({ executablePath: process.argv[2], args: ["--no-sandbox", "--disable-gpu"] });
try {
  await mkdir(folder, { recursive: true });
  const ids = await idsOfDemo(browser, server.url);
  for (const look of looks) await picture(browser, server.url, ids, look);
  await mkdir("docs/pictures", { recursive: true });
  for (const [from, to] of Object.entries(forReadme)) {
    await copyFile(join(folder, `${from}.png`), join("docs/pictures", `${to}.png`));
  }
} finally {
  await browser.close();
  await server.end("SIGTERM");
  await removePlace(place);
}
