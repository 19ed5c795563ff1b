/** Decides about a request to open a socket, before it opens: from our own pages or with a token, and by whom. */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { config } from "@/lib/config/config";
import { AppError } from "@/lib/errors";
import { isOwnOrigin } from "@/lib/http/origin";
import { refuseUpgrade } from "@/lib/http/refuse-upgrade";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import type { Actor } from "@/lib/people/actor";
import { authenticate } from "@/lib/people/authenticate";

/**
 * The person who may open the socket.
 * @throws AppError `origin-mismatch`, `unauthenticated`; `unavailable` when the database is away
 */
export async function admit(headers: Headers): Promise<Actor> {
  const hasToken = headers.has("authorization");
  // A browser sends the cookie along whichever page opens the socket, and always says which. A program with a token has
  // no cookie to be misused, and no page.
  const isOurs = hasToken && !headers.has("origin") ? true : isOwnOrigin(headers, config().appUrl);
  if (!isOurs)
    throw new AppError("origin-mismatch", "Live editing is open to this site's own pages and to API tokens.");
  const actor = await authenticate(headers).catch((error: unknown) => {
    log.error({ err: error }, "a socket could not be authenticated");
    throw new AppError("unavailable", "Live editing is not available just now. Try again in a moment.");
  });
  if (!actor) throw new AppError("unauthenticated", "Sign in, or give an API token as Authorization: Bearer.");
  return actor;
}

/** The request's headers as the web has them. */
export function headersOf({ headersDistinct }: IncomingMessage): Headers {
  const pairs = Object.entries(headersDistinct).flatMap(([name, values]) =>
    (values ?? []).map((value): [string, string] => [name, value]),
  );
  return new Headers(pairs);
}

/** Answers an upgrade with an error, as problem details (RFC 9457), and ends the connection. */
export function answerUpgrade(stream: Duplex, { status, code, message }: AppError): void {
  metrics.refused.inc({ reason: code });
  refuseUpgrade(stream, {
    status,
    reason: code,
    headers: { "content-type": "application/problem+json", ...(status === 503 ? { "retry-after": "1" } : {}) },
    body: JSON.stringify({ type: "about:blank", status, code, detail: message }),
  });
}
