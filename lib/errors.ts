/** The one family of errors the product raises on purpose: a stable code, and words a person can act on. */

/** Every code, with the HTTP status it maps to. Codes are part of the public API: never rename one. */
export const statusOfCode = {
  "invalid-input": 422,
  "invalid-json": 400,
  "too-large": 413,
  unauthenticated: 401,
  "wrong-credentials": 401,
  "origin-mismatch": 403,
  forbidden: 403,
  "not-found": 404,
  "method-not-allowed": 405,
  conflict: 409,
  gone: 410,
  "rate-limited": 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof statusOfCode;

/** One thing wrong with one field of the input. */
export interface FieldProblem {
  /** Where: `authors.0.name`; empty for the whole. */
  path: string;
  message: string;
}

interface AppErrorDetails {
  /** What is wrong, field by field. */
  fields?: FieldProblem[];
  /** When it is worth trying again, in seconds. */
  retryAfter?: number;
  cause?: unknown;
}

/** An error that a person or caller is meant to see: its message says what happened, what was kept and what to do. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldProblem[] | undefined;
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, message: string, details: AppErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.name = "AppError";
    this.code = code;
    this.fields = details.fields;
    this.retryAfter = details.retryAfter;
  }

  get status(): number {
    return statusOfCode[this.code];
  }
}

/** The answer for what does not exist and for what may not be known to exist: the same words for both. */
export function notFound(what = "page"): AppError {
  return new AppError("not-found", `There is no such ${what}, or you don't have access to it.`);
}
