/** People for the journeys: the demo's, and as many more as a test needs, made the way real ones are. */
import { type APIRequestContext, type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { demoPassword } from "../lib/people/demo";

/** The seeded three. Each is a member of the one demo workspace. */
export const demoPeople = {
  owner: "olive@demo.example",
  editor: "edgar@demo.example",
  annotator: "ana@demo.example",
} as const;

let machines = 0;

/**
 * Signs the browser in by the same request that the sign-in form sends, each time from a machine of its own: all journeys
 * together would be more than one address may try.
 */
export async function signIn(request: APIRequestContext, url: string, email: string, password: string = demoPassword) {
  const { csrfToken } = (await (await request.get(`${url}/api/auth/csrf`)).json()) as { csrfToken: string };
  const answer = await request.post(`${url}/api/auth/callback/credentials`, {
    form: { csrfToken, email, password, json: "true" },
    headers: { origin: url, "x-forwarded-for": `2001:db8::${(++machines).toString(16)}` },
  });
  expect(answer.ok(), `${email} signs in`).toBe(true);
}

/** A browser of the person's own: separate cookies and storage, as on another machine. */
export async function browserOf(
  browser: Browser,
  url: string,
  email: string,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ baseURL: url });
  await signIn(context.request, url, email);
  return { context, page: await context.newPage() };
}

/** Sends a changing request as the page would: with the cookie and the page's origin. */
export async function send<Answer>(
  request: APIRequestContext,
  url: string,
  path: string,
  data: object,
): Promise<Answer> {
  const answer = await request.post(`${url}${path}`, { data, headers: { origin: url } });
  expect(answer.ok(), `${path}: ${answer.status()} ${answer.ok() ? "" : await answer.text()}`).toBe(true);
  return (await answer.json()) as Answer;
}

/**
 * Where the demo's article is. It is found by its title, since other journeys bring articles into the same library.
 * @param request somebody's who is a member of the demo workspace
 */
export async function findDemoArticle(
  request: APIRequestContext,
  url: string,
): Promise<{ workspaceId: string; articleId: string }> {
  const read = async <Answer>(path: string) => (await (await request.get(url + path)).json()) as Answer;
  const { workspaces } = await read<{ workspaces: { id: string }[] }>("/api/v1/workspaces");
  const workspaceId = workspaces[0]?.id ?? "";
  const { articles } = await read<{ articles: { id: string; title: string }[] }>(
    `/api/v1/workspaces/${workspaceId}/articles`,
  );
  return { workspaceId, articleId: articles.find(({ title }) => title.startsWith("Port Selwyn"))?.id ?? "" };
}
