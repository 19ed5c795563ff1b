/** The browser's one way to call an endpoint: typed by its definition, failing with an AppError. */
import type { z } from "zod";
import { AppError } from "@/lib/errors";
import type { Audience, Endpoint } from "./endpoint";
import { type Problem, problemSchema } from "./problem";
import { lineSchema, linesType, type Progress } from "./progress";

interface CallInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  params?: z.input<P>;
  query?: z.input<Q>;
  body?: z.input<B>;
  signal?: AbortSignal;
  /** Hears how far it is, from an endpoint that reports. */
  onProgress?: (progress: Progress) => void;
}

/**
 * Calls the endpoint and returns its parsed answer.
 * @throws AppError with the server's code and words; `unavailable` when the server can't be reached
 */
export async function call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  definition: Endpoint<Audience, P, Q, B, R>,
  { params, query, body, signal, onProgress }: CallInput<P, Q, B> = {},
): Promise<z.output<R>> {
  const file = body instanceof Blob ? body : null;
  const response = await fetch(urlOf(definition.path, params, query), {
    method: definition.method,
    headers: {
      ...(body !== undefined && { "content-type": file ? "application/octet-stream" : "application/json" }),
      ...(onProgress && { accept: linesType }),
    },
    body: file ?? (body === undefined ? undefined : JSON.stringify(body)),
    signal,
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new AppError("unavailable", "The server can't be reached. Nothing was sent; try again when you are online.", {
      cause,
    });
  });
  if (!response.ok) throw await errorOf(response);
  if (onProgress) return definition.response.parse(await lastLine(response, onProgress, signal));
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

/** Passes on what the lines report, and returns the answer in the last one. */
async function lastLine(
  response: Response,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  let rest = "";
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const read = () =>
    reader?.read().catch((cause: unknown) => {
      throw signal?.aborted ? cause : noAnswer();
    });
  for (let chunk = await read(); chunk && !chunk.done; chunk = await read()) {
    const lines = (rest + chunk.value).split("\n");
    rest = lines.pop() ?? "";
    for (const text of lines) {
      const line = lineSchema.parse(JSON.parse(text));
      if ("progress" in line) onProgress(line.progress);
      else if ("problem" in line) throw refusal(line.problem);
      else return line.answer;
    }
  }
  throw noAnswer();
}

async function errorOf(response: Response): Promise<AppError> {
  const problem = problemSchema.safeParse(await response.json().catch(() => null));
  if (!problem.success) return noAnswer();
  return refusal(problem.data, Number(response.headers.get("retry-after")) || undefined);
}

function refusal({ code, detail, fields }: Problem, retryAfter?: number): AppError {
  return new AppError(code, detail, { fields, retryAfter });
}

function noAnswer(): AppError {
  return new AppError("unavailable", "The server gave no usable answer. Try again in a moment.");
}
