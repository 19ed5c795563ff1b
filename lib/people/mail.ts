/** Sends mail through the operator's server. */
import { createTransport } from "nodemailer";

export interface Letter {
  to: string;
  subject: string;
  text: string;
  /** The same words as HTML. */
  html?: string;
  /** In angle brackets; one is made when it is missing. */
  messageId?: string;
  /** A prepared value goes out as it is, neither folded nor encoded. */
  headers?: Record<string, string | { prepared: true; value: string }>;
}

const timeout = 15_000; // ms

/** Sends a letter; resolves when the server has taken it. */
export async function sendMail(
  { smtpUrl, from }: { smtpUrl: string; from: string },
  { to, ...letter }: Letter,
): Promise<void> {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
  });
  try {
    // As an object, so that nothing in the address can be read as a second recipient.
    await transport.sendMail({ from, to: { name: "", address: to }, ...letter });
  } finally {
    transport.close();
  }
}

/** What nodemailer's errors tell of a failure before the server had the letter. */
const beforeTheLetter = ["ECONNECTION", "EDNS", "ETLS", "EAUTH", "ECONNREFUSED"];

/**
 * What the failure of `sendMail` says of the letter: it may be taken another time, it never will be, or nobody knows
 * whether it was taken (the connection broke while the server had it).
 */
export function wasRefused(error: unknown): "for-now" | "for-good" | "unknown" {
  const { code, command, responseCode } = error as { code?: string; command?: string; responseCode?: number };
  // SMTP's own answers: 4xx is for now, 5xx for good (RFC 5321, 4.2.1); but a sign-in that fails is the operator's to mend.
  if (code !== "EAUTH" && responseCode !== undefined) return responseCode < 500 ? "for-now" : "for-good";
  return command === "CONN" || beforeTheLetter.includes(code ?? "") ? "for-now" : "unknown";
}
