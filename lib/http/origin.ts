/** Tells whether a changing request comes from our own pages and not from another site the person has open. Pure. */
import { isIP } from "node:net";
import { AppError } from "@/lib/errors";

/**
 * Refuses what another site made a browser send. Browsers send Origin with every changing request and every WebSocket:
 * a foreign one is refused even without a cookie (the first-run page takes no cookie either), a missing one whenever there
 * is a cookie. A request with a token and no cookie is no browser's doing on its own, and is not asked.
 * @throws AppError `origin-mismatch`
 */
export function refuseForeignOrigin(headers: Headers, appUrl: string): void {
  const carriesCookie = headers.has("cookie");
  if (!carriesCookie && (headers.has("authorization") || !headers.has("origin"))) return;
  if (isOwnOrigin(headers, appUrl)) return;
  throw new AppError(
    "origin-mismatch",
    "The request didn't come from one of our own pages. Nothing was changed. " +
      "If this is the address people use, the operator must set APP_URL to it.",
  );
}

/**
 * Whether the request's Origin is one of ours: the public address, or the very host it was sent to when that is this machine
 * or a bare IP address. Another name is not believed, because anybody can point a name of theirs at us (DNS rebinding).
 */
export function isOwnOrigin(headers: Headers, appUrl: string): boolean {
  const origin = headers.get("origin");
  if (!origin || !URL.canParse(origin)) return false;
  if (origin === new URL(appUrl).origin) return true;
  const { host, hostname, protocol } = new URL(origin);
  return host === headers.get("host") && protocol.startsWith("http") && canNotBeRebound(hostname);
}

const canNotBeRebound = (hostname: string) => hostname === "localhost" || isIP(hostname.replace(/^\[|\]$/g, "")) !== 0;
