/** The one place that maps errors to HTTP: RFC 9457 problem details with a stable code. */
import { z } from "zod";
import { AppError, type ErrorCode, type FieldProblem, statusOfCode } from "@/lib/errors";

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.enum(Object.keys(statusOfCode) as [ErrorCode, ...ErrorCode[]]),
  detail: z.string(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** Also in the log, so that a report can be matched with its cause. */
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof problemSchema>;

const titles: Record<ErrorCode, string> = {
  "invalid-input": "Something in the input is not as it should be",
  "invalid-json": "The body is not JSON",
  "too-large": "The body is too large",
  unauthenticated: "Sign in first",
  "wrong-credentials": "The mail address or the password is wrong",
  "origin-mismatch": "The request came from another site",
  forbidden: "Your role doesn't allow this",
  "not-found": "Not found",
  "method-not-allowed": "This address doesn't take that method",
  conflict: "Someone else was faster",
  gone: "This is no longer available",
  "rate-limited": "Too many requests",
  internal: "Something went wrong on our side",
  unavailable: "Not available right now",
};

/** The problem document for an error; anything that is not an AppError becomes `internal` without details. */
export function problemOf(error: unknown, requestId?: string): Problem {
  const known =
    error instanceof AppError
      ? error
      : new AppError("internal", "Nothing was changed by this request. Try again; if it stays, tell the operator.");
  return {
    type: "about:blank",
    title: titles[known.code],
    status: known.status,
    code: known.code,
    detail: known.message,
    ...(known.fields ? { fields: known.fields } : {}),
    ...(requestId ? { requestId } : {}),
  };
}

/** The HTTP answer for an error. */
export function problemResponse(error: unknown, requestId?: string): Response {
  const problem = problemOf(error, requestId);
  const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "no-store" });
  if (error instanceof AppError && error.retryAfter !== undefined) {
    headers.set("retry-after", String(Math.ceil(error.retryAfter)));
  }
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

/** zod's findings as an AppError a person can act on. */
export function invalidInput(error: z.ZodError): AppError {
  const fields: FieldProblem[] = error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  const first = fields[0];
  const detail = first ? `${first.path ? `${first.path}: ` : ""}${first.message}` : "The input could not be read";
  return new AppError("invalid-input", `${detail.replace(/\.$/, "")}. Nothing was changed.`, { fields });
}
