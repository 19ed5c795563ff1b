/** Tells whether a request that carries a cookie comes from our own pages. Pure. */

/**
 * Whether the request's Origin is one of ours: the public address, or the very host it was sent to. Browsers send Origin
 * with every changing request and every WebSocket, so a missing one is refused too.
 */
export function isOwnOrigin(headers: Headers, appUrl: string): boolean {
  const origin = headers.get("origin");
  const host = headers.get("host");
  if (!origin) return false;
  return origin === new URL(appUrl).origin || origin === `http://${host}` || origin === `https://${host}`;
}
