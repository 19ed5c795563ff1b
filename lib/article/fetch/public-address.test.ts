import { expect, test } from "vitest";
import { isPublicAddress } from "./public-address";

test.each(["8.8.8.8", "93.184.215.14", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])(
  "%s is public",
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test.each([
  ["this machine", ["127.0.0.1", "127.8.9.1", "0.0.0.0", "0.1.2.3", "::1", "::"]],
  ["private networks", ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fc00::1", "fd12::1", "fec0::1"]],
  ["link-local, where clouds keep metadata", ["169.254.169.254", "169.254.0.1", "fe80::1", "fe80::1%eth0"]],
  ["carrier-grade NAT", ["100.64.0.1", "100.127.255.255"]],
  ["multicast and broadcast", ["224.0.0.1", "239.255.255.255", "255.255.255.255", "ff02::1"]],
  [
    "reserved and documentation",
    ["192.0.0.8", "192.0.2.1", "198.18.0.1", "203.0.113.1", "240.0.0.1", "2001:db8::1", "3fff::1", "100::1", "5f00::1"],
  ],
  [
    "IPv4 inside IPv6",
    [
      "::ffff:127.0.0.1",
      "::ffff:a9fe:a9fe",
      "::7f00:1",
      "64:ff9b::7f00:1",
      "64:ff9b::a9fe:a9fe",
      "64:ff9b:1::1",
      "::ffff:0:127.0.0.1",
    ],
  ],
  ["tunnels", ["2002:7f00:1::", "2002:a00:1::1", "2001::1", "2001:0:7f00:1::"]],
  ["no address at all", ["", "localhost", "127.0.0.1.example"]],
])("%s is not", (_, addresses) => {
  expect(addresses.filter(isPublicAddress)).toEqual([]);
});
