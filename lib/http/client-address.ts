/** Tells which machine a request comes from, for limits: a claim that nobody outside our own network can forge. */
import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

/** Written over whatever the client sent, by the server, before anybody reads it. */
const header = "x-rejoinder-address";

/** Where a reverse proxy of ours would be: this machine, or a private network (RFC 1918, RFC 4193). */
const ownNetwork = new BlockList();
ownNetwork.addSubnet("127.0.0.0", 8, "ipv4");
ownNetwork.addSubnet("10.0.0.0", 8, "ipv4");
ownNetwork.addSubnet("172.16.0.0", 12, "ipv4");
ownNetwork.addSubnet("192.168.0.0", 16, "ipv4");
ownNetwork.addAddress("::1", "ipv6");
ownNetwork.addSubnet("fc00::", 7, "ipv6");

/**
 * The client's address. Only a proxy on our own network is believed when it says for whom it asks, and of the addresses in
 * X-Forwarded-For only the last, which that proxy saw itself: those before it are the client's own words.
 */
export function clientAddress(remote: string | undefined, forwardedFor: string | undefined): string {
  const peer = plain(remote ?? "");
  const last = plain(forwardedFor?.split(",").at(-1) ?? "");
  return isOwn(peer) && isIP(last) ? last : peer;
}

/** Writes the client's address where `addressOf` finds it. To be called once for each request, before it is handled. */
export function stampAddress(request: Pick<IncomingMessage, "headers" | "socket">): void {
  const forwarded = request.headers["x-forwarded-for"];
  const chain = Array.isArray(forwarded) ? forwarded.join(",") : forwarded;
  request.headers[header] = clientAddress(request.socket.remoteAddress, chain);
}

/** The client's address as stamped; "unknown" where no server stamped one. */
export function addressOf(headers: Headers): string {
  return headers.get(header) ?? "unknown";
}

/** IPv4 addresses may come in IPv6's clothes. */
const plain = (address: string) => address.trim().replace(/^::ffff:(?=\d+\.)/i, "");

function isOwn(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && ownNetwork.check(address, family === 4 ? "ipv4" : "ipv6");
}
