/** Reads a request's body, bounded in size. */
import { AppError } from "@/lib/errors";

const defaultLimit = 256 * 1024;

/**
 * Returns the parsed JSON of the request's body; `undefined` when there is none.
 * @param limit in bytes; reading stops as soon as the body passes it.
 * @throws AppError `too-large`, `invalid-json`; `invalid-input` for text that PostgreSQL can't keep
 */
export async function readJson(request: Request, limit = defaultLimit): Promise<unknown> {
  const bytes = await readBody(request, limit);
  if (bytes.length === 0) return undefined;
  try {
    return parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("invalid-json", "The body must be JSON in UTF-8. Nothing was changed.", { cause });
  }
}

/**
 * Returns the request's body; empty when there is none.
 * @param limit in bytes; reading stops as soon as the body passes it.
 * @throws AppError `too-large`
 */
export async function readBody(request: Request, limit = defaultLimit): Promise<Buffer<ArrayBuffer>> {
  // What it says of itself is believed when that spares reading it.
  if (Number(request.headers.get("content-length")) > limit) throw tooLarge(limit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** An escape that may stand for NUL or for half a surrogate pair. UTF-8 itself holds no halves, and JSON no bare NUL. */
const suspicious = /\\u(?:0000|d[89a-f])/i;

/** Looks at each text only where an escape calls for it: a book is parsed much faster without. */
function parse(json: string): unknown {
  return suspicious.test(json) ? JSON.parse(json, (_key, value) => keepable(value)) : JSON.parse(json);
}

function keepable(value: unknown): unknown {
  if (typeof value !== "string" || (value.isWellFormed() && !value.includes("\0"))) return value;
  throw new AppError(
    "invalid-input",
    "There are characters in this that no text has; it may come from a picture or a program's file. Nothing was changed.",
  );
}

function tooLarge(limit: number): AppError {
  const most = limit < 1_000_000 ? `${Math.floor(limit / 1024)} KiB` : `${Math.floor(limit / 1_000_000)} MB`;
  return new AppError("too-large", `At most ${most} are taken here. Nothing was changed.`);
}
