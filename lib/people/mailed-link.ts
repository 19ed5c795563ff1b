/** Signing in by a link sent to one's mail address: what next-auth calls its email provider (database, mail). */
import type { EmailConfig } from "next-auth/providers/email";
import { type Config, config } from "@/lib/config/config";
import { db } from "@/lib/db/client";
import { ownPath } from "@/lib/http/own-path";
import { rateLimit } from "@/lib/http/rate-limit";
import { log } from "@/lib/log";
import { emailSchema } from "./fields";
import { openInvitationIn } from "./invited";
import { sendMail } from "./mail";
import { hashOfToken } from "./secret-token";

const lifetime = 15 * 60; // seconds
const window = 15 * 60; // seconds
const words = "There were too many requests for a link. Look into your mailbox for the last one.";
const toOneMail = rateLimit({ name: "mailed-link", times: 5, seconds: window, words });
const fromOneAddress = rateLimit({ name: "mailed-link-address", times: 30, seconds: window, words });

/** The provider, when the mail settings are present. */
export function mailedLinkProviders({ mail }: Pick<Config, "mail">): EmailConfig[] {
  if (!mail) return [];
  return [
    {
      id: "email",
      type: "email",
      name: "Email",
      server: mail.smtpUrl,
      from: mail.from,
      maxAge: lifetime,
      options: {},
      normalizeIdentifier: (email) => emailSchema.parse(email),
      // Not awaited: an address that nobody has would be answered sooner than one that a letter goes to.
      sendVerificationRequest: ({ identifier, url }) => {
        sendLink(identifier, url, mail).catch((error: unknown) =>
          log.error({ err: error }, "a mailed link was not sent"),
        );
      },
    },
  ];
}

/**
 * Counts a request for a link.
 * @throws AppError `rate-limited`
 */
export async function countLinkRequest(email: string, address: string): Promise<void> {
  await fromOneAddress.spend(address);
  await toOneMail.spend(hashOfToken(email));
}

/** Sends the link, if there is an account to sign in to or an invitation to make one with. */
async function sendLink(email: string, nextAuthUrl: string, mail: NonNullable<Config["mail"]>): Promise<void> {
  const given = new URL(nextAuthUrl).searchParams;
  const callbackUrl = ownPath(given.get("callbackUrl"), { origin: new URL(config().appUrl).origin });
  const user = await db().user.findUnique({ where: { email }, select: { demo: true } });
  if (user?.demo || (!user && !(await openInvitationIn(callbackUrl)))) return;
  const link = new URL("/sign-in/mail", config().appUrl);
  link.search = new URLSearchParams({ email, token: given.get("token") ?? "", callbackUrl }).toString();
  await sendMail(mail, { to: email, subject: "Sign in to Rejoinder", text: letter(link.href) });
}

/** The link leads to a page with a button, because mail scanners follow links and would use this one up. */
function letter(link: string): string {
  return [
    "Somebody, most likely you, asked to sign in to Rejoinder with this mail address.",
    "",
    "Open this link and press “Sign in”:",
    link,
    "",
    `It works once, for ${lifetime / 60} minutes. If it wasn't you, do nothing: without the link nobody gets in.`,
    "",
  ].join("\n");
}
