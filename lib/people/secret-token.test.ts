import { describe, expect, it } from "vitest";
import { hashOfToken, newSecretToken } from "./secret-token";

describe("a secret token", () => {
  it("carries its prefix and 256 bits", () => {
    expect(newSecretToken("rj_").token).toMatch(/^rj_[\w-]{43}$/);
  });

  it("never comes twice", () => {
    expect(new Set(Array.from({ length: 100 }, () => newSecretToken().token)).size).toBe(100);
  });

  it("is found again by its hash, from which it can't be read", () => {
    const { token, hash } = newSecretToken("rj_");
    expect(hashOfToken(token)).toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hash).not.toContain(token.slice(3));
  });
});
