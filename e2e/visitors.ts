/** Somebody of every role in the demo workspace, somebody who left it, and nobody known. */
import type { APIRequestContext } from "@playwright/test";
import type { Role } from "@/lib/access/policies";
import type { Ids } from "./page-table";
import { demoPeople, findDemoArticle, send, signIn } from "./people";

export interface Visitor {
  name: Role | "stranger" | "signed out";
  /** Null when nobody is known. */
  email: string | null;
  request: APIRequestContext;
}

export interface Setting {
  ids: Ids;
  visitors: Visitor[];
}

const password = "plain words in a row";

/** Makes those who are missing, the way real ones are made. */
export async function prepare(url: string, newContext: () => Promise<APIRequestContext>): Promise<Setting> {
  const enter = async (name: Visitor["name"], email: string, secret?: string): Promise<Visitor> => {
    const request = await newContext();
    await signIn(request, url, email, secret);
    return { name, email, request };
  };
  const owner = await enter("owner", demoPeople.owner);
  const read = async <Answer>(path: string) => (await (await owner.request.get(url + path)).json()) as Answer;
  const { workspaceId, articleId } = await findDemoArticle(owner.request, url);
  const ofWorkspace = `/api/v1/workspaces/${workspaceId}`;
  const { rebuttals } = await read<{ rebuttals: [{ id: string }] }>(`/api/v1/articles/${articleId}/rebuttals`);

  const invite = async (role: Role): Promise<string> => {
    const link = await send<{ url: string }>(owner.request, url, `${ofWorkspace}/invitations`, { role });
    return new URL(link.url).pathname.replace("/join/", "");
  };
  const join = async (name: Visitor["name"], role: Role): Promise<Visitor> => {
    const email = `${name}@example.org`;
    const person = { token: await invite(role), name: `The ${name}`, email, password };
    await send(await newContext(), url, "/api/v1/invitations/sign-up", person);
    return enter(name, email, password);
  };
  const stranger = await join("stranger", "viewer");
  const { id } = (await (await stranger.request.get(`${url}/api/v1/me`)).json()) as { id: string };
  await stranger.request.delete(`${url}${ofWorkspace}/members/${id}`, { headers: { origin: url } });

  const annotator = await enter("annotator", demoPeople.annotator);
  const { id: userId } = (await (await annotator.request.get(`${url}/api/v1/me`)).json()) as { id: string };
  return {
    ids: { workspaceId, articleId, rebuttalId: rebuttals[0].id, number: "1", userId, token: await invite("viewer") },
    visitors: [
      owner,
      await join("moderator", "moderator"),
      await enter("editor", demoPeople.editor),
      annotator,
      await join("viewer", "viewer"),
      stranger,
      { name: "signed out", email: null, request: await newContext() },
    ],
  };
}
