/** The headers that tell browsers what our answers may do and who may embed them. Pure. */

interface Answer {
  /** The path of the request's address, without its query. */
  path: string;
  /** A value that no earlier answer had; what carries it in a page is ours. */
  nonce: string;
  /** Where people reach the server. */
  appUrl: string;
  /** Whether Next serves unbuilt code: its tools run evaluated scripts and put styles anywhere. */
  dev: boolean;
}

const year = 365 * 24 * 60 * 60; // s

/** Addresses that answer with data or files, never with a page. */
const isNoPage = (path: string) => /^\/(api|_next)\//.test(path) || path === "/healthz" || path === "/readyz";

/** Header names in lower case, with their values. docs/decisions/0001-content-security-policy.md says why each is as it is. */
export function securityHeaders(answer: Answer): Record<string, string> {
  const isHttps = answer.appUrl.startsWith("https:");
  return {
    "content-security-policy": isNoPage(answer.path) ? policyOf(nothing) : policyOf(pagePolicy(answer, isHttps)),
    "x-content-type-options": "nosniff",
    // For browsers that don't know frame-ancestors.
    "x-frame-options": "DENY",
    // An invitation's address holds its secret; it must not travel to other sites.
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    ...(isHttps ? { "strict-transport-security": `max-age=${year}` } : {}),
  };
}

type Policy = Record<string, readonly string[]>;

const nothing: Policy = {
  "default-src": ["'none'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
  "frame-ancestors": ["'none'"],
};

function pagePolicy({ nonce, dev }: Answer, isHttps: boolean): Policy {
  const ours = `'nonce-${nonce}'`;
  return {
    ...nothing,
    "script-src": [ours, "'strict-dynamic'", ...(dev ? ["'unsafe-eval'"] : [])],
    // A nonce beside it would switch 'unsafe-inline' off, so while developing there is none.
    "style-src": dev ? ["'self'", "'unsafe-inline'"] : ["'self'", ours],
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "manifest-src": ["'self'"],
    // Includes WebSockets to this very host and port.
    "connect-src": ["'self'"],
    "object-src": ["'none'"],
    "form-action": ["'self'"],
    ...(isHttps ? { "upgrade-insecure-requests": [] } : {}),
  };
}

const policyOf = (policy: Policy) =>
  Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(" "))
    .join("; ");
