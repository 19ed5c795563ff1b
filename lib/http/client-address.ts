/** Tells which machine or home a request comes from, for limits: a claim that nobody outside our own network can forge. */
import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

/** Written over whatever the client sent, by the server, before anybody reads it. */
const header = "x-rejoinder-address";

const thisMachine = new BlockList();
thisMachine.addSubnet("127.0.0.0", 8, "ipv4");
thisMachine.addAddress("::1", "ipv6");

/** A private network (RFC 1918, RFC 4193): of the proxy's, or of everybody in the house. */
const ownNetwork = new BlockList();
ownNetwork.addSubnet("10.0.0.0", 8, "ipv4");
ownNetwork.addSubnet("172.16.0.0", 12, "ipv4");
ownNetwork.addSubnet("192.168.0.0", 16, "ipv4");
ownNetwork.addSubnet("fc00::", 7, "ipv6");

/**
 * The client's address; of IPv6, outside our own network, its first half. Of the addresses in X-Forwarded-For only the
 * last, which the proxy saw itself: those before it are the client's own words.
 * @param trustsProxy whether a peer on a private network is a proxy of ours, and not just somebody in the house. One on
 *   this machine always is believed.
 */
export function clientAddress(
  remote: string | undefined,
  forwardedFor: string | undefined,
  trustsProxy: boolean,
): string {
  const peer = plain(remote ?? "");
  const last = plain(forwardedFor?.split(",").at(-1) ?? "");
  const isProxy = isIn(thisMachine, peer) || (trustsProxy && isIn(ownNetwork, peer));
  return networkOf(isProxy && isIP(last) ? last : peer);
}

/** Writes the client's address where `addressOf` finds it. To be called once for each request, before it is handled. */
export function stampAddress(request: Pick<IncomingMessage, "headers" | "socket">, trustsProxy: boolean): void {
  const forwarded = request.headers["x-forwarded-for"];
  const chain = Array.isArray(forwarded) ? forwarded.join(",") : forwarded;
  request.headers[header] = clientAddress(request.socket.remoteAddress, chain, trustsProxy);
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
  if (isIP(address) !== 6 || isIn(thisMachine, address) || isIn(ownNetwork, address)) return address;
  const [before = [], after] = address.split("::").map((half) => half.split(":").filter(Boolean));
  const zeros = after ? Array<string>(8 - before.length - after.length).fill("0") : [];
  const groups = [...before, ...zeros, ...(after ?? [])].slice(0, 4).map((group) => Number.parseInt(group, 16));
  return `${groups.map((group) => group.toString(16)).join(":")}::/64`;
}

function isIn(network: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && network.check(address, family === 4 ? "ipv4" : "ipv6");
}
