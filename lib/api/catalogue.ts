/** Every endpoint of the product in one list, from which the API's description is made and against which access is tested. */
import * as article from "@/lib/article/endpoints";
import * as highlights from "@/lib/highlights/endpoints";
import type { Endpoint } from "@/lib/http/endpoint";
import * as desk from "@/lib/moderation/desk-endpoints";
import * as moderation from "@/lib/moderation/endpoints";
import * as guard from "@/lib/moderation/guard/endpoints";
import * as notices from "@/lib/notices/endpoints";
import * as people from "@/lib/people/endpoints";
import * as process from "@/lib/process/endpoints";
import * as rebuttal from "@/lib/rebuttal/endpoints";
import * as revisions from "@/lib/revisions/endpoints";
import * as threads from "@/lib/threads/endpoints";
import * as workspaces from "@/lib/workspaces/endpoints";
import * as api from "./endpoints";

const subjects = [
  api,
  process,
  people,
  workspaces,
  article,
  highlights,
  revisions,
  rebuttal,
  threads,
  moderation,
  notices,
  guard,
  desk,
];

/** In the order of their paths. */
export const catalogue: readonly Endpoint[] = subjects
  .flatMap((subject) => Object.values<unknown>(subject).filter(isEndpoint))
  .sort((a, b) => (a.path === b.path ? a.method.localeCompare(b.method) : a.path < b.path ? -1 : 1));

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === "object" && value !== null && "method" in value && "path" in value && "audience" in value;
}
