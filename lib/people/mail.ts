/** Sends mail through the operator's server. */
import { createTransport } from "nodemailer";

interface Letter {
  to: string;
  subject: string;
  text: string;
}

const timeout = 15_000; // ms

/** Sends a plain-text letter; resolves when the server has taken it. */
export async function sendMail(
  { smtpUrl, from }: { smtpUrl: string; from: string },
  { to, subject, text }: Letter,
): Promise<void> {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
  });
  try {
    // As an object, so that nothing in the address can be read as a second recipient.
    await transport.sendMail({ from, to: { name: "", address: to }, subject, text });
  } finally {
    transport.close();
  }
}
