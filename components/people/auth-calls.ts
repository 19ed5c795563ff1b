/** The browser's calls to next-auth: in by password, provider or mailed link, and out. */
"use client";

import { AppError } from "@/lib/errors";
import { signInKeptPlace } from "@/lib/places";

/** Where next-auth wants to go next, and what it says went wrong. */
interface Outcome {
  url: string;
  error: string | null;
}

/**
 * Posts a form to one of next-auth's routes, with the token it demands.
 * @throws AppError `unavailable`
 */
async function submit(action: string, form: Record<string, string>): Promise<Outcome> {
  try {
    const { csrfToken } = await answerOf<{ csrfToken: string }>(await fetch("/api/auth/csrf"));
    const body = new URLSearchParams({ ...form, csrfToken, json: "true" });
    const { url } = await answerOf<{ url: string }>(await fetch(`/api/auth/${action}`, { method: "POST", body }));
    return { url, error: new URL(url, window.location.href).searchParams.get("error") };
  } catch (cause) {
    throw new AppError("unavailable", "The server can't be reached. Nothing was sent; try again in a moment.", {
      cause,
    });
  }
}

async function answerOf<T>(response: Response): Promise<T> {
  // A refused sign-in is a 401 with an address like any other answer.
  if (!response.ok && response.status !== 401) throw new Error(`next-auth answered ${response.status}`);
  return (await response.json()) as T;
}

/** Null when it worked, else the reason's code. */
export async function signInByPassword(email: string, password: string): Promise<string | null> {
  return (await submit("callback/credentials", { email, password })).error;
}

/** Null when the letter is on its way (or would be, if there were an account), else the reason's code. */
export async function requestLink(email: string, callbackUrl: string): Promise<string | null> {
  return (await submit("signin/email", { email, callbackUrl })).error;
}

/** Leaves for the provider's page. */
export async function goToProvider(provider: string, callbackUrl: string): Promise<void> {
  const { url } = await submit(`signin/${provider}`, { callbackUrl });
  window.location.assign(url);
}

/**
 * Ends this browser's sign-in and leaves for another page, with nothing of the page before kept in memory, and on this
 * device only what no server has.
 */
export async function signOut(userId: string, leaveFor?: string): Promise<void> {
  await submit("signout", {});
  const unsent = await forgetDocuments(userId);
  window.location.assign(leaveFor ?? (unsent > 0 ? signInKeptPlace : "/sign-in"));
}

/** Signing out must not fail because this browser keeps its copies. */
async function forgetDocuments(userId: string): Promise<number> {
  try {
    const { forgetCopies } = await import("@/lib/collab/client/forget-copies");
    return await forgetCopies(userId);
  } catch {
    return 0;
  }
}
