/** Asks every surface that reads, as one caller: endpoints, the next letter, documents over the realtime channel. */

import { articleDocument, rebuttalDocument } from "@/lib/collab/names";
import { WireClient } from "@/lib/collab/testing";
import { config } from "@/lib/config/config";
import { db } from "@/lib/db/client";
import { urlOf } from "@/lib/http/call";
import { letterFor } from "@/lib/notices/mailer";
import { leakTable } from "./leak-table";
import { loadRoutes, type Route } from "./routes";
import type { Setting } from "./setting";

/** The routes, by method and path. */
export async function routesByName(): Promise<Map<string, Route>> {
  return new Map((await loadRoutes()).map((route) => [`${route.method} ${route.path}`, route]));
}

/** What the endpoint of the table answers. */
export async function answerOf(
  routes: ReadonlyMap<string, Route>,
  endpoint: string,
  setting: Setting,
): Promise<string> {
  const route = routes.get(endpoint);
  if (!route) throw new Error(`There is no route for ${endpoint}.`);
  const { params = {}, query } = leakTable[endpoint]?.ask?.(setting) ?? {};
  const request = new Request(`${config().appUrl}${urlOf(route.path, params, query)}`, {
    headers: { host: new URL(config().appUrl).host, ...setting.headers },
  });
  const response = await route.handler(request, { params: Promise.resolve(params as Record<string, string>) });
  return response.text();
}

/** The letter that would leave now, with everything the caller was told. */
export async function letterTo({ me }: Setting): Promise<string> {
  await db().user.update({ where: { id: me }, data: { emailVerified: new Date() } });
  const { id } = await db().digest.create({ data: { userId: me } });
  await db().notice.updateMany({ where: { recipientId: me }, data: { digestId: id } });
  return JSON.stringify(await letterFor({ id, userId: me }, new Date()));
}

/** Every byte that the realtime server says to the caller when they open the document; nothing when they can't connect. */
export async function framesOf(
  url: string,
  kind: "article" | "rebuttal",
  { articleId, rebuttalId, headers }: Setting,
): Promise<string> {
  const document = kind === "article" ? articleDocument(articleId) : rebuttalDocument(rebuttalId);
  const client = await WireClient.connect(url, document, headers).catch(() => null);
  if (!client) return "";
  const heard: Uint8Array[] = [];
  client.onBytes = (bytes) => heard.push(bytes);
  client.authenticate();
  await client.until((each) => ["synced", "denied", "closed", "socket-closed"].includes(each.kind));
  await client.close();
  return Buffer.concat(heard).toString("utf8");
}
