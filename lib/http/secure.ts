/** Gives an answer its security headers before anybody writes it, and gives Next the nonce for what it renders. */
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { securityHeaders } from "./security-headers";

const nonceBytes = 16;

/**
 * Call it before the request is answered by anything.
 *
 * Next looks for the nonce in the request's own Content-Security-Policy header and puts it on every script it writes; our
 * pages read it from `x-nonce`. Whatever a client sent under these names is overwritten.
 */
export function secure(
  request: IncomingMessage,
  response: ServerResponse,
  { appUrl, dev }: { appUrl: string; dev: boolean },
): void {
  const nonce = randomBytes(nonceBytes).toString("base64");
  const [path = "/"] = (request.url ?? "/").split("?", 1);
  const headers = securityHeaders({ path, nonce, appUrl, dev });
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  request.headers["content-security-policy"] = headers["content-security-policy"];
  request.headers["x-nonce"] = nonce;
  delete request.headers["content-security-policy-report-only"];
}
