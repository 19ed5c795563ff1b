/** What the measures run in: the built server on a data folder and port of its own, a browser, and people who sign in. */
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { z } from "zod";
import { browserOf, demoPeople, send } from "@/e2e/people";
import { makePlace, type Place, type RunningServer, removePlace, startServer } from "@/e2e/server";
import { longArticle } from "./article";
import { addHighlights } from "./layer";

export interface Setting {
  place: Place;
  server: RunningServer;
  browser: Browser;
}

const launchArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the server and the browser, calls `work`, and stops both, whatever comes of it. */
export async function inSetting<T>(
  executablePath: string | undefined,
  work: (setting: Setting) => Promise<T>,
): Promise<T> {
  const place = await makePlace();
  const server = await startServer(place);
  try {
    const browser = await chromium.launch({ executablePath, args: launchArguments });
    try {
      return await work({ place, server, browser });
    } finally {
      await browser.close();
    }
  } finally {
    await server.end("SIGTERM");
    await removePlace(place);
  }
}

/** A page of the demo's editor (the first) or annotator, with a cache of its own. */
export function pageOf(
  { browser, server }: Setting,
  who: "editor" | "annotator",
): Promise<{ context: BrowserContext; page: Page }> {
  return browserOf(browser, server.url, demoPeople[who]);
}

const meSchema = z.object({ id: z.string() });
const tokenSchema = z.object({ token: z.string() });
const workspacesSchema = z.object({ workspaces: z.array(z.object({ id: z.string() })).min(1) });
const articleSchema = z.object({ id: z.string(), canonicalText: z.string() });

export interface PreparedArticle {
  articleId: string;
  /** The room's path. */
  room: string;
  highlightIds: string[];
}

/** About eighty words each: a long article of some 24,000 words. */
const paragraphs = 300;

/** Imports the long article over the API and puts so many highlights on it over the socket. */
export async function prepareArticle(setting: Setting, highlights: number): Promise<PreparedArticle> {
  const { context } = await pageOf(setting, "editor");
  const { url } = setting.server;
  const { request } = context;
  const get = async (path: string): Promise<unknown> => (await request.get(`${url}${path}`)).json();
  const me = meSchema.parse(await get("/api/v1/me"));
  const { workspaces } = workspacesSchema.parse(await get("/api/v1/workspaces"));
  const workspaceId = workspaces[0]?.id ?? "";
  const { token } = tokenSchema.parse(await send(request, url, "/api/v1/me/tokens", { name: "bench" }));
  const article = articleSchema.parse(
    await send(request, url, `/api/v1/workspaces/${workspaceId}/articles`, {
      kind: "markdown",
      content: longArticle(paragraphs),
    }),
  );
  const { id: articleId, canonicalText } = article;
  const highlightIds = await addHighlights({ url, token, userId: me.id, articleId, canonicalText }, highlights);
  await context.close();
  return { articleId, room: `/w/${workspaceId}/a/${articleId}`, highlightIds };
}
