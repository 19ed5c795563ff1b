/** Keeps "where to go next" on our own site, whatever an address bar or a form says. Pure. */

// Only to resolve against; no such host can exist (RFC 2606).
const here = "https://rejoinder.invalid";

/**
 * The path, query and fragment of a place on our site: of a path, or of a whole address when it starts with `origin`.
 * Anything else (another site, `//evil.example`, `javascript:`) becomes `fallback`.
 */
export function ownPath(
  wanted: unknown,
  { fallback = "/", origin }: { fallback?: string; origin?: string } = {},
): string {
  if (typeof wanted !== "string") return fallback;
  const url = URL.canParse(wanted, here) ? new URL(wanted, here) : null;
  const isOurs = url?.origin === here ? wanted.startsWith("/") : url !== null && url.origin === origin;
  // Two slashes at the start would be read as a host's name by whoever resolves it next.
  if (!url || !isOurs || url.pathname.startsWith("//")) return fallback;
  return `${url.pathname}${url.search}${url.hash}`;
}
