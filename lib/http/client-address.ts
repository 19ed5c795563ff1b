/** Tells which machine or home a request comes from, for limits: a claim that nobody outside our own network can forge. */
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
 * The client's address; of IPv6, outside our own network, its first half. Only a proxy on our own network is believed when it says for whom it asks, and of the addresses in
 * X-Forwarded-For only the last, which that proxy saw itself: those before it are the client's own words.
 */
export function clientAddress(remote: string | undefined, forwardedFor: string | undefined): string {
  const peer = plain(remote ?? "");
  const last = plain(forwardedFor?.split(",").at(-1) ?? "");
  return networkOf(isOwn(peer) && isIP(last) ? last : peer);
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

/**
 * Every home and rented server has at least 2^64 addresses of IPv6 for itself (RFC 6177), and could count as somebody else
 * with each of them.
 */
function networkOf(address: string): string {
  if (isIP(address) !== 6 || isOwn(address)) return address;
  const [before = [], after] = address.split("::").map((half) => half.split(":").filter(Boolean));
  const zeros = after ? Array<string>(8 - before.length - after.length).fill("0") : [];
  const groups = [...before, ...zeros, ...(after ?? [])].slice(0, 4).map((group) => Number.parseInt(group, 16));
  return `${groups.map((group) => group.toString(16)).join(":")}::/64`;
}

function isOwn(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && ownNetwork.check(address, family === 4 ? "ipv4" : "ipv6");
}
