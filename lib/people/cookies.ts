/** Our cookies: their names, and reading one from a request's header. Pure. */

/** Over https a name that browsers take only over https, so that no plain-http neighbour can plant one (RFC 6265bis, 4.1.3). */
const prefixed = (name: string, appUrl: string) => (isSecure(appUrl) ? `__Secure-${name}` : name);

export const isSecure = (appUrl: string) => appUrl.startsWith("https:");
export const sessionCookieName = (appUrl: string) => prefixed("rejoinder.session", appUrl);
/** Where next-auth remembers where somebody wants to go while they are away at a provider. */
export const callbackUrlCookieName = (appUrl: string) => prefixed("rejoinder.callback-url", appUrl);

/** The cookie's value in a Cookie header. */
export function cookieIn(header: string | null, name: string): string | undefined {
  for (const pair of (header ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return decoded(pair.slice(at + 1).trim());
  }
  return undefined;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
