import { describe, expect, it } from "vitest";
import { addressOf, clientAddress, stampAddress } from "./client-address";

describe("the client's address", () => {
  it("is the peer's, when the peer is no proxy of ours, whatever it claims", () => {
    expect(clientAddress("203.0.113.9", "198.51.100.1", true)).toBe("203.0.113.9");
    expect(clientAddress("2001:db8::9", "198.51.100.1", true)).toBe("2001:db8:0:0::/64");
  });

  it.each(["127.0.0.1", "::1", "::ffff:127.0.0.1"])("is the one that a proxy on this machine, %s, saw", (proxy) => {
    expect(clientAddress(proxy, "198.51.100.1", false)).toBe("198.51.100.1");
  });

  it.each(["10.1.2.3", "172.20.0.2", "192.168.0.4", "fd00::2"])(
    "is the one that %s saw, where the private network is the proxy's, and is that person's own in an office",
    (peer) => {
      expect(clientAddress(peer, "198.51.100.1", true)).toBe("198.51.100.1");
      expect(clientAddress(peer, "198.51.100.1", false)).toBe(peer);
    },
  );

  it.each(["2001:db8:1:2::1", "2001:DB8:1:2:ffff:ffff:ffff:ffff", "2001:0db8:0001:0002:0:0:0:9", "2001:db8:1:2:3::"])(
    "is the home's, not one of the %s that it can choose from",
    (address) => {
      expect(clientAddress(address, undefined, false)).toBe("2001:db8:1:2::/64");
      expect(clientAddress("127.0.0.1", address, false)).toBe("2001:db8:1:2::/64");
    },
  );

  it("is whole on our own network", () => {
    expect(clientAddress("::1", undefined, true)).toBe("::1");
    expect(clientAddress("::1", "fd00::7", true)).toBe("fd00::7");
  });

  it("is not what the client wrote before the proxy added its own line", () => {
    expect(clientAddress("127.0.0.1", "6.6.6.6, 198.51.100.1", true)).toBe("198.51.100.1");
  });

  it("is the peer's when no proxy is in between, or it talks nonsense", () => {
    expect(clientAddress("::ffff:127.0.0.1", undefined, true)).toBe("127.0.0.1");
    expect(clientAddress("10.0.0.1", "unknown", true)).toBe("10.0.0.1");
  });

  it("can't be forged by sending the header we write", () => {
    const request = {
      headers: { "x-rejoinder-address": "6.6.6.6" } as Record<string, string>,
      socket: { remoteAddress: "203.0.113.9" },
    };
    stampAddress(request as never, true);
    expect(addressOf(new Headers(request.headers))).toBe("203.0.113.9");
  });
});
