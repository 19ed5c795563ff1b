/** Writes a digest as a letter: plain text, and the same as simple HTML. Pure. */
import type { Letter } from "@/lib/people/mail";
import { accountPlace, noticesPlace, unsubscribePlace } from "@/lib/places";
import type { Notice } from "./schema";
import { leadsTo, placeInWords, quotedIn, titleOf } from "./words";

interface Digest {
  id: string;
  /** At least one, newest first. */
  notices: readonly Notice[];
  /** How many more there are than the letter holds. */
  more: number;
}

/**
 * The letter, with the headers by which mail programs offer to stop such letters at one click (RFC 8058), and with an id
 * of its own, so that a mail server knows one that comes again.
 * @param appUrl where people reach the server
 * @param token the recipient's, to stop letters
 */
export function letterOf(
  { id, notices, more }: Digest,
  { appUrl, token }: { appUrl: string; token: string },
): Omit<Letter, "to"> {
  const count = notices.length + more;
  const stopUrl = `${appUrl}/api/v1/unsubscribe?${new URLSearchParams({ token })}`;
  const blocks = notices.map((notice) => blockOf(notice, appUrl));
  const ending = {
    more: more > 0 ? `And ${more} more in your inbox:` : "Your inbox:",
    inbox: appUrl + noticesPlace,
    choices: `${appUrl}${accountPlace("notices")}`,
    stop: appUrl + unsubscribePlace(token),
  };
  return {
    subject: count === 1 ? "1 unread notice on Rejoinder" : `${count} unread notices on Rejoinder`,
    text: asText(blocks, ending),
    html: asHtml(blocks, ending),
    messageId: `<digest-${id}@${new URL(appUrl).hostname}>`,
    headers: {
      "List-Unsubscribe": { prepared: true, value: `<${stopUrl}>` },
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "Auto-Submitted": "auto-generated",
    },
  };
}

interface Block {
  title: string;
  where: string;
  quoted: string | null;
  url: string;
}

interface Ending {
  more: string;
  inbox: string;
  choices: string;
  stop: string;
}

function blockOf(notice: Notice, appUrl: string): Block {
  const place = "place" in notice ? `${placeInWords(notice.place)}, ` : "";
  return {
    title: titleOf(notice),
    where: `${place}${notice.workspace.name}`,
    quoted: quotedIn(notice),
    url: appUrl + leadsTo(notice),
  };
}

function asText(blocks: readonly Block[], { more, inbox, choices, stop }: Ending): string {
  const told = blocks.map(({ title, where, quoted, url }) =>
    [title, where, ...(quoted === null ? [] : [`> ${quoted}`]), url].join("\n"),
  );
  return [
    ...told,
    `${more}\n${inbox}`,
    `-- \nChoose what is mailed to you: ${choices}\nStop these letters: ${stop}\n`,
  ].join("\n\n");
}

function asHtml(blocks: readonly Block[], { more, inbox, choices, stop }: Ending): string {
  const told = blocks.map(
    ({ title, where, quoted, url }) =>
      `<p><a href="${escaped(url)}"><b>${escaped(title)}</b></a><br>${escaped(where)}</p>` +
      (quoted === null ? "" : `<blockquote>${escaped(quoted)}</blockquote>`),
  );
  return [
    '<!doctype html><html lang="en"><meta charset="utf-8"><body>',
    ...told,
    `<p><a href="${escaped(inbox)}">${escaped(more.replace(/:$/, ""))}</a></p>`,
    `<p><small><a href="${escaped(choices)}">Choose what is mailed to you</a> · <a href="${escaped(stop)}">Stop these letters</a></small></p>`,
    "</body></html>",
  ].join("\n");
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? "");
