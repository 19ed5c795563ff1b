/** next-auth's own routes, those of them that we use: sign in, sign out, call-backs. */
import NextAuth from "next-auth";
import { config } from "@/lib/config/config";
import { notFound } from "@/lib/errors";
import { refuseForeignOrigin } from "@/lib/http/origin";
import { problemResponse } from "@/lib/http/problem";
import { authOptions } from "@/lib/people/auth-options";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/** Not `session`, which would hand out renewed cookies, nor `_log`, where anybody could write into our log. */
const actions = new Set(["csrf", "signin", "signout", "callback", "verify-request", "error"]);

async function handler(request: Request, context: Context): Promise<Response> {
  try {
    const [action] = (await context.params).nextauth;
    if (!action || !actions.has(action)) throw notFound();
    if (request.method !== "GET") refuseForeignOrigin(request.headers, config().appUrl);
    return await NextAuth(request as never, context as never, authOptions(request));
  } catch (error) {
    return problemResponse(error);
  }
}

export { handler as GET, handler as POST };
