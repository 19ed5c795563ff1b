/** What the sign-in page says for each reason that somebody wasn't let in. Pure. */
import type { Refusal } from "@/lib/people/admission";

const ofRefusal: Record<Refusal, string> = {
  "not-invited":
    "There is no account for you yet, and new ones need an invitation. Open the link you were sent, then continue from there.",
  "unproven-mail":
    "The provider hasn't verified your mail address, so we can't make an account with it. Verify it there, then try again.",
  "demo-account": "The demo's people can't be signed in to that way, nor linked to a provider.",
};

/** next-auth's own codes, and ours. */
const words: Record<string, string> = {
  ...ofRefusal,
  CredentialsSignin: "Mail address and password don't go together. Check both and try again.",
  "rate-limited": "There were too many attempts. Wait a quarter of an hour, then try again.",
  OAuthAccountNotLinked:
    "There is already an account with your mail address. Sign in the way you did before, then link the provider on your account page.",
  EmailSignin: "The link could not be sent. Check the mail address and try again.",
  Verification: "This link was used already or has run out. Ask for a new one.",
};

/** The words for a code that came with the page's address or an answer. */
export function signInWords(code: string): string {
  return words[code] ?? "Signing in didn't work. Nothing was changed; try again.";
}
