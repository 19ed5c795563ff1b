/** A line of the log for each request: its id, what was asked and what became of it. */
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { log } from "@/lib/log";
import { withLogIds } from "@/lib/log-context";

/** Paths whose last part is a secret that somebody was sent. */
const secretPaths = /^(\/join\/)[^/]+/;

/**
 * Serves the request under an id of its own, which the response names too.
 * @param serve what answers it
 */
export function logged(request: IncomingMessage, response: ServerResponse, serve: () => unknown): void {
  const id = randomUUID();
  const began = performance.now();
  response.setHeader("X-Request-Id", id);
  withLogIds({ request: id }, () => {
    response.once("close", () => {
      const { statusCode: status } = response;
      const line = { method: request.method, path: pathOf(request), status, ms: Math.round(performance.now() - began) };
      // 503 says "not yet" or "no more": supervisors ask for it all the time.
      if (status >= 500 && status !== 503) log.warn(line, "a request failed");
      else log.debug(line, "a request was answered");
    });
    serve();
  });
}

/** The path alone: what follows a question mark may be a sign-in's code or what somebody looked for. */
export function pathOf({ url = "/" }: Pick<IncomingMessage, "url">): string {
  const [path = "/"] = url.split(/[?#]/);
  return path.replace(secretPaths, "$1[withheld]");
}
