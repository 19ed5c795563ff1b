/** People for the journeys: the demo's, and as many more as a test needs, made the way real ones are. */
import { type APIRequestContext, type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import type { Role } from "@/lib/access/policies";
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
    headers: { origin: url, "x-forwarded-for": `2001:db8:0:${(++machines).toString(16)}::1` },
  });
  expect(answer.ok(), `${email} signs in`).toBe(true);
}

/** A browser of the person's own: separate cookies and storage, as on another machine. */
export async function browserOf(
  browser: Browser,
  url: string,
  email: string,
  password?: string,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ baseURL: url });
  await signIn(context.request, url, email, password);
  return { context, page: await context.newPage() };
}

/** What people have for a password whom a journey invites. */
const invitedPassword = "plain words in a row";

/**
 * Lets somebody new join the demo workspace, the way real people do: by an invitation of the owner's.
 * @returns their mail address, password and id
 */
export async function invite(
  owner: APIRequestContext,
  guest: APIRequestContext,
  url: string,
  name: string,
  role: Role,
): Promise<{ email: string; password: string; id: string }> {
  const { workspaceId } = await findDemoArticle(owner, url);
  const link = await send<{ url: string }>(owner, url, `/api/v1/workspaces/${workspaceId}/invitations`, { role });
  const token = new URL(link.url).pathname.replace("/join/", "");
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@example.org`;
  await send(guest, url, "/api/v1/invitations/sign-up", { token, name, email, password: invitedPassword });
  await signIn(guest, url, email, invitedPassword);
  const { id } = (await (await guest.get(`${url}/api/v1/me`)).json()) as { id: string };
  return { email, password: invitedPassword, id };
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
