/** Turns an endpoint's definition into its route handler: authenticate, check the origin, parse, ask access, run, answer. */
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { memberOf } from "@/lib/access/membership";
import { type Action, type FactsOf, type Member, may, policies } from "@/lib/access/policies";
import { config } from "@/lib/config/config";
import { AppError, notFound } from "@/lib/errors";
import { log } from "@/lib/log";
import type { Actor } from "@/lib/people/actor";
import { authenticate } from "@/lib/people/authenticate";
import { readBody, readJson } from "./body";
import type { Audience, Endpoint } from "./endpoint";
import { refuseForeignOrigin } from "./origin";
import { invalidInput, problemOf, problemResponse } from "./problem";
import { linesType, type Progress, streamLines } from "./progress";
import { Serialised } from "./serialised";

interface Input<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  params: z.output<P>;
  query: z.output<Q>;
  body: z.output<B>;
  request: Request;
  /** Tells whoever waits how far it is; nobody hears it unless the endpoint `reports`. */
  report: (progress: Progress) => void;
  /** Aborts when nobody waits for the answer any longer. */
  signal: AbortSignal;
}

/** What an action is about: the workspace that decides, the facts its rule needs, and whatever the handler wants to keep. */
type Subject<A extends Action> = { workspaceId: string } & (FactsOf<A> extends undefined
  ? unknown
  : { facts: FactsOf<A> });

/** How an endpoint for an Action does its work. */
interface ActionImplementation<I, R extends z.ZodType, S> {
  /** Finds what the request is about; null when there is no such thing. */
  locate: (input: I & { actor: Actor }) => Promise<S | null>;
  handle: (input: I & { actor: Actor; member: Member; subject: S }) => Promise<z.input<R> | Serialised>;
}

/** How any other endpoint does its work: a public one may meet a stranger. */
interface PlainImplementation<A extends Audience, I, R extends z.ZodType> {
  handle: (input: I & { actor: A extends "public" ? Actor | null : Actor }) => Promise<z.input<R>>;
}

/** What the untyped middle of the handler sees of either. */
interface AnyImplementation {
  locate?: (input: object) => Promise<{ workspaceId: string; facts?: unknown } | null>;
  handle: (input: object) => Promise<unknown>;
}

export type RouteHandler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

const definitions = new WeakMap<RouteHandler, Endpoint>();

/** The definition that the handler was made from; undefined for a handler that `implement` didn't make. */
export function definitionOf(handler: RouteHandler): Endpoint | undefined {
  return definitions.get(handler);
}

const isAction = (audience: Audience): audience is Action => audience in policies;

async function admit(request: Request, audience: Audience): Promise<Actor | null> {
  const actor = await authenticate(request.headers);
  const changes = request.method !== "GET" && request.method !== "HEAD";
  if (changes) refuseForeignOrigin(request.headers, config().appUrl);
  if (audience === "public" || actor) {
    if (audience === "session" && actor?.via.type !== "session") {
      throw new AppError("forbidden", "This can only be done by a signed-in person in a browser, not with a token.");
    }
    return actor;
  }
  throw new AppError("unauthenticated", "Sign in, or send an API token as `Authorization: Bearer …`.");
}

/**
 * The route handler of an endpoint. For an endpoint whose audience is an Action, a person outside the workspace gets
 * the same 404 as for something that doesn't exist; a member whose role doesn't allow it gets 403.
 */
export function implement<
  A extends Action,
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
  S extends Subject<A>,
>(definition: Endpoint<A, P, Q, B, R>, implementation: ActionImplementation<Input<P, Q, B>, R, S>): RouteHandler;
export function implement<
  A extends Exclude<Audience, Action>,
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(definition: Endpoint<A, P, Q, B, R>, implementation: PlainImplementation<A, Input<P, Q, B>, R>): RouteHandler;
export function implement(definition: Endpoint, implementation: object): RouteHandler {
  const { locate, handle } = implementation as AnyImplementation;

  const handler: RouteHandler = async (request, context) => {
    const requestId = request.headers.get("x-request-id") ?? randomUUID();
    const noteUnforeseen = (error: unknown) => {
      if (!(error instanceof AppError)) log.error({ err: error, requestId, path: definition.path }, "request failed");
    };
    const problem = (error: unknown) => {
      noteUnforeseen(error);
      return problemOf(error, requestId);
    };
    try {
      const actor = await admit(request, definition.audience);
      const params = parse(definition.params, await context.params, () => notFound());
      const query = parse(definition.query, Object.fromEntries(new URL(request.url).searchParams), invalidInput);
      const body = definition.body
        ? parse(definition.body, await bodyOf(request, definition), invalidInput)
        : undefined;
      const input = { params, query, body, request, actor };
      const scope = isAction(definition.audience) ? await scopeOf(definition.audience, locate, input) : {};
      const work = async (report: (progress: Progress) => void, signal: AbortSignal) =>
        handle({ ...input, ...scope, report, signal });
      if (definition.reports && request.headers.get("accept")?.includes(linesType)) {
        const answerOf = async (...told: Parameters<typeof work>) => jsonOf(definition, await work(...told));
        return new Response(streamLines(answerOf, problem, request.signal), {
          headers: { "content-type": linesType, "cache-control": "no-store", "x-accel-buffering": "no" },
        });
      }
      return answer(definition, await work(() => undefined, request.signal));
    } catch (error) {
      noteUnforeseen(error);
      return problemResponse(error, requestId);
    }
  };
  definitions.set(handler, definition);
  return handler;
}

async function scopeOf(action: Action, locate: AnyImplementation["locate"], input: { actor: Actor | null }) {
  const subject = await locate?.(input);
  const member = subject && input.actor ? await memberOf(input.actor.user.id, subject.workspaceId) : null;
  if (!subject || !member) throw notFound();
  // The facts' type was checked where locate was written; here the action is only known at run time.
  const allowed = (may as (member: Member, action: Action, facts?: unknown) => boolean)(member, action, subject.facts);
  if (!allowed) throw new AppError("forbidden", "Your role in this workspace doesn't allow that. Nothing was changed.");
  return { subject, member };
}

function parse(schema: z.ZodType | undefined, value: unknown, problem: (error: z.ZodError) => AppError): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw problem(parsed.error);
  return parsed.data;
}

function bodyOf(request: Request, { takesFile, maxBody }: Endpoint): Promise<unknown> {
  return takesFile ? readBody(request, maxBody) : readJson(request, maxBody);
}

function answer(definition: Endpoint, result: unknown): Response {
  const status = definition.status ?? 200;
  const headers = { "cache-control": "no-store" };
  if (status === 204) return new Response(null, { status, headers });
  if (status === 303) return new Response(null, { status, headers: { ...headers, location: String(result) } });
  return new Response(jsonOf(definition, result), {
    status,
    headers: { ...headers, "content-type": "application/json" },
  });
}

/** Parsing the result too keeps columns that nobody meant to show from leaving with it. */
function jsonOf(definition: Endpoint, result: unknown): string {
  return result instanceof Serialised ? result.json : JSON.stringify(definition.response.parse(result));
}
