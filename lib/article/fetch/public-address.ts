/** Tells addresses of the open internet from those of this machine, its network and its cloud. Pure. */
import ipaddr from "ipaddr.js";

/** The only IPv6 addresses given out for the open internet (RFC 4291, IANA's registry): 2000::/3. */
const globalIpv6 = ipaddr.parseCIDR("2000::/3");
/** Where IPv4 addresses stand inside IPv6 ones, behind a translator (RFC 6052). */
const translated = ipaddr.parseCIDR("64:ff9b::/96");
/** What lies within 2000::/3 and is for documentation or experiments all the same (RFC 9637, RFC 4843). */
const notGlobal = ["3fff::/20", "2001::/23"].map((range) => ipaddr.parseCIDR(range));

/**
 * Whether the address can only be somebody's public server. Private, loopback, link-local (where clouds keep their
 * metadata), carrier-grade NAT, multicast, reserved and tunnelled addresses can't. An IPv4 address inside an IPv6 one
 * counts as itself.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === "unicast";
  if (parsed.isIPv4MappedAddress()) return isPublicAddress(parsed.toIPv4Address().toString());
  if (parsed.match(translated)) {
    const [high = 0, low = 0] = parsed.parts.slice(6);
    return isPublicAddress([high >> 8, high & 255, low >> 8, low & 255].join("."));
  }
  if (parsed.zoneId) return false;
  return parsed.range() === "unicast" && parsed.match(globalIpv6) && !notGlobal.some((range) => parsed.match(range));
}
