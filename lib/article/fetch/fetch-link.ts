/** Fetches a page for import: from public addresses only, within limits of size, time and redirects, under our own name. */
import { isIPv6 } from "node:net";
import { Agent, fetch, type Response } from "undici";
import { config } from "@/lib/config/config";
import { AppError } from "@/lib/errors";
import { kindOfFile } from "../import/kind-of-file";
import { largestFile } from "../import/limits";
import type { SourceKind } from "../schema";
import { type LinkPolicy, publicOnly, type Target, targetOf } from "./target";

export interface FetchedPage {
  kind: SourceKind;
  bytes: Uint8Array;
  /** Where it was found, after redirects. */
  url: string;
  /** The encoding that the server named. */
  charset?: string;
}

interface Limits {
  /** For everything together. */
  seconds: number;
  /** Of the page, unpacked. */
  bytes: number;
  redirects: number;
}

const usualLimits: Limits = { seconds: 20, bytes: largestFile, redirects: 5 };

interface Options {
  signal?: AbortSignal;
  policy?: LinkPolicy;
  limits?: Limits;
}

/**
 * The page that the link leads to.
 * @throws AppError `forbidden` when fetching is turned off, `invalid-input` when nothing public that can be read is there,
 *   `too-large`; the signal's reason. Its words never tell what answered.
 */
export async function fetchLink(
  link: string,
  { signal, policy = publicOnly, limits = usualLimits }: Options = {},
): Promise<FetchedPage> {
  if (!config().fetchesLinks) {
    throw new AppError("forbidden", "This server doesn't fetch links. Open the page yourself and paste its text.");
  }
  const late = AbortSignal.timeout(limits.seconds * 1000);
  const ending = signal ? AbortSignal.any([signal, late]) : late;
  try {
    return await Promise.race([follow(link, policy, limits, ending), aborted(ending)]);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof AppError) throw error;
    throw noAnswer(late.aborted);
  }
}

async function follow(link: string, policy: LinkPolicy, limits: Limits, signal: AbortSignal): Promise<FetchedPage> {
  let next = link;
  for (let redirects = 0; redirects <= limits.redirects; redirects++) {
    const target = await targetOf(next, policy);
    const agent = agentFor(target);
    try {
      const response = await fetch(target.url, {
        dispatcher: agent,
        redirect: "manual",
        signal,
        headers: {
          "user-agent": `Rejoinder (+${config().appUrl}; fetches a page once, because a reader asked to import it)`,
          accept: "text/html,application/xhtml+xml,text/markdown,text/plain,application/pdf;q=0.9,*/*;q=0.1",
        },
      });
      const location = response.headers.get("location");
      if (response.status < 300 || response.status >= 400 || location === null) {
        return await pageOf(response, target.url, limits);
      }
      next = new URL(location, target.url).href;
    } finally {
      // Nothing is kept open, and an answer that nobody will read to its end is let go.
      void agent.destroy();
    }
  }
  throw new AppError("invalid-input", `The link leads on more than ${limits.redirects} times. Nothing was saved.`);
}

/** Looking a name up can't be stopped; whoever waits needn't. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));
}

/** Connects to the target's address and nowhere else, whatever the name would be looked up as now. */
function agentFor({ address }: Target): Agent {
  const family = isIPv6(address) ? 6 : 4;
  return new Agent({
    connect: {
      lookup: (_hostname, { all }, found) => {
        if (all) found(null, [{ address, family }]);
        else found(null, address, family);
      },
    },
  });
}

async function pageOf(response: Response, url: URL, limits: Limits): Promise<FetchedPage> {
  if (!response.ok) {
    throw new AppError(
      "invalid-input",
      `The page's server refused (${response.status}). Nothing was saved. Open the page yourself and paste its text.`,
    );
  }
  const bytes = await bodyWithin(response, limits.bytes);
  const [type = "", ...parameters] = (response.headers.get("content-type") ?? "").toLowerCase().split(";");
  const charset = /charset\s*=\s*"?([\w:-]{2,30})/.exec(parameters.join(";"))?.[1];
  const said = /html/.test(type) ? ".html" : /markdown/.test(type) ? ".md" : url.pathname;
  return { kind: await kindOfFile(bytes, said), bytes, url: url.href, ...(charset && { charset }) };
}

/** The body, unpacked; reading stops as soon as it passes the limit. */
async function bodyWithin({ body }: Response, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > limit) {
      throw new AppError(
        "too-large",
        `The page is larger than ${limit / 1_000_000} MB. Nothing was saved. Open it yourself and paste its text.`,
      );
    }
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function noAnswer(wasLate: boolean): AppError {
  return new AppError(
    "unavailable",
    `The page ${wasLate ? "took too long to come" : "can't be fetched"}. Nothing was saved. Try again, or open the page yourself and paste its text.`,
  );
}
