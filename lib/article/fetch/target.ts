/** Decides whether a link may be fetched, and from which address: the judgement made anew at every redirect. */
import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { AppError } from "@/lib/errors";
import { isPublicAddress } from "./public-address";

/** What decides where links may lead. Tests bring their own, since theirs lead to this machine. */
export interface LinkPolicy {
  /** Every address that the name has. */
  resolve: (hostname: string) => Promise<string[]>;
  isAllowed: (address: string) => boolean;
  ports: ReadonlySet<string>;
}

export const publicOnly: LinkPolicy = {
  resolve: async (hostname) => (await lookup(hostname, { all: true })).map(({ address }) => address),
  isAllowed: isPublicAddress,
  // What URL says for the protocol's own port.
  ports: new Set([""]),
};

export interface Target {
  url: URL;
  /** The one address to connect to: the name isn't looked up again, so it can't change in between. */
  address: string;
}

/**
 * The link's target. A name with any address that isn't allowed is refused as a whole.
 * @throws AppError `invalid-input`, in the same words whatever lies behind the link
 */
export async function targetOf(link: string, policy: LinkPolicy): Promise<Target> {
  const url = URL.canParse(link) ? new URL(link) : null;
  // URL writes every spelling of an IPv4 address (decimal, octal, hexadecimal, with a dot behind) in the usual one.
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new AppError(
      "invalid-input",
      "This is no link to a page. It begins with https:// or http://. Nothing was fetched.",
    );
  }
  if (url.username !== "" || url.password !== "") {
    throw new AppError("invalid-input", "The link has a name or password in it. Nothing was fetched. Leave that out.");
  }
  const hostname = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const defaultPorts = { "http:": "80", "https:": "443" } as Record<string, string>;
  if (!policy.ports.has(url.port === defaultPorts[url.protocol] ? "" : url.port)) throw notPublic();
  const addresses = isIP(hostname) ? [hostname] : await policy.resolve(hostname).catch(() => []);
  const [address] = addresses;
  // A name that doesn't exist and one that is nobody's business get the same answer.
  if (address === undefined || !addresses.every(policy.isAllowed)) throw notPublic();
  return { url, address };
}

function notPublic(): AppError {
  return new AppError(
    "invalid-input",
    "No public page can be reached under this link. Nothing was saved. Check it, or open the page yourself and paste its text.",
  );
}
