/** What an HTTP endpoint is: one typed definition from which the route, the browser's calls, the OpenAPI page and the access test all follow. */
import { z } from "zod";
import type { Action } from "@/lib/access/policies";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * Who may call:
 * - `public`: anyone;
 * - `signed-in`: any person, by session cookie or API token;
 * - `session`: a person at a browser only (account settings: a stolen token must not be able to mint another);
 * - an Action: a member of the subject's workspace whom lib/access allows it.
 */
export type Audience = "public" | "signed-in" | "session" | Action;

export interface Endpoint<
  A extends Audience = Audience,
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Result extends z.ZodType = z.ZodType,
> {
  method: Method;
  /** With `:name` for parameters: `/api/v1/threads/:threadId/comments`. */
  path: `/${string}`;
  /** One line for the API page. */
  summary: string;
  audience: A;
  params?: Params;
  query?: Query;
  body?: Body;
  /** The body is a file's bytes (`fileSchema`) rather than JSON. */
  takesFile?: boolean;
  /** Largest accepted body, in bytes; 256 KiB unless told. */
  maxBody?: number;
  /** It may take long: whoever accepts `application/x-ndjson` gets lines of progress before the answer. */
  reports?: boolean;
  response: Result;
  /**
   * The status of success; 200 unless told. 204 answers without a body: give `z.void()` as response. 303 sends a browser
   * to one of our pages, whose path is the response.
   */
  status?: 200 | 201 | 204 | 303;
}

/** The body of an endpoint that takes a file: a Blob where it is sent, its bytes where it arrives. */
export const fileSchema = z
  .custom<Uint8Array<ArrayBuffer> | Blob>()
  .transform((value) => value as Uint8Array<ArrayBuffer>);

/** Returns the definition as it is, with its types inferred. */
export function endpoint<
  const A extends Audience,
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(definition: Endpoint<A, P, Q, B, R>): Endpoint<A, P, Q, B, R> {
  return definition;
}
