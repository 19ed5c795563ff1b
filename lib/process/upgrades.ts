/** Telling upgrade requests for the realtime server from others, and refusing those that come too early. */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { refuseUpgrade } from "@/lib/http/refuse-upgrade";

const collabPath = "/collab";

/** Whether the request asks for the realtime server. Whatever stands in its first line, this doesn't throw. */
export function isForCollab({ url = "/" }: Pick<IncomingMessage, "url">): boolean {
  return url.split("?", 1)[0] === collabPath;
}

/** Refuses the upgrade: nobody is there to take it, now or at all. Clients try again. */
export function refuseForNow(stream: Duplex): void {
  refuseUpgrade(stream, { status: 503, reason: "Service Unavailable", headers: { "retry-after": "1" } });
}
