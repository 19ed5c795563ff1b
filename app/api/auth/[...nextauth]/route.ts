/** next-auth's own routes, those of them that we use: sign in, sign out, call-backs. */
import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { config } from "@/lib/config/config";
import { notFound } from "@/lib/errors";
import { readBody } from "@/lib/http/body";
import { refuseForeignOrigin } from "@/lib/http/origin";
import { problemResponse } from "@/lib/http/problem";
import { authOptions } from "@/lib/people/auth-options";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/** Not `session`, which would hand out renewed cookies, nor `_log`, where anybody could write into our log. */
const actions = new Set(["csrf", "signin", "signout", "callback", "verify-request", "error"]);

/** Our forms have a few short fields. */
const mostOfForm = 16 * 1024; // bytes

async function handler(request: Request, context: Context): Promise<Response> {
  try {
    const [action] = (await context.params).nextauth;
    if (!action || !actions.has(action)) throw notFound();
    if (request.method !== "GET") refuseForeignOrigin(request.headers, config().appUrl);
    return await NextAuth((await bounded(request)) as never, context as never, authOptions(request));
  } catch (error) {
    return problemResponse(error);
  }
}

/** The request with its body read already: next-auth would take in whatever comes, however much. */
async function bounded(request: Request): Promise<NextRequest> {
  const { url, method, headers } = request;
  const body = method === "POST" ? await readBody(request, mostOfForm) : null;
  return new NextRequest(url, { method, headers, body });
}

export { handler as GET, handler as POST };
