/** The browser's one way to call an endpoint: typed by its definition, failing with an AppError. */
import type { z } from "zod";
import { AppError } from "@/lib/errors";
import type { Audience, Endpoint } from "./endpoint";
import { problemSchema } from "./problem";

interface CallInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  params?: z.input<P>;
  query?: z.input<Q>;
  body?: z.input<B>;
  signal?: AbortSignal;
}

/**
 * Calls the endpoint and returns its parsed answer.
 * @throws AppError with the server's code and words; `unavailable` when the server can't be reached
 */
export async function call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  definition: Endpoint<Audience, P, Q, B, R>,
  { params, query, body, signal }: CallInput<P, Q, B> = {},
): Promise<z.output<R>> {
  const response = await fetch(urlOf(definition.path, params, query), {
    method: definition.method,
    headers: body === undefined ? {} : { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal,
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new AppError("unavailable", "The server can't be reached. Nothing was sent; try again when you are online.", {
      cause,
    });
  });
  if (!response.ok) throw await errorOf(response);
  const answer: unknown = response.status === 204 ? undefined : await response.json();
  return definition.response.parse(answer);
}

/** The path with its `:names` filled in and the query behind it. */
export function urlOf(path: string, params: unknown = {}, query: unknown = {}): string {
  const values = params as Record<string, string>;
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ""));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query as Record<string, unknown>)) {
    if (value !== undefined && value !== null) search.set(key, String(value));
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
}

async function errorOf(response: Response): Promise<AppError> {
  const problem = problemSchema.safeParse(await response.json().catch(() => null));
  if (!problem.success) {
    return new AppError("unavailable", "The server gave no usable answer. Try again in a moment.");
  }
  const retryAfter = Number(response.headers.get("retry-after")) || undefined;
  return new AppError(problem.data.code, problem.data.detail, { fields: problem.data.fields, retryAfter });
}
