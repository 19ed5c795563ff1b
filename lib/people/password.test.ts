import { hash, verify } from "@node-rs/argon2";
import { describe, expect, it, vi } from "vitest";
import { hashPassword, isOutdated, verifyPassword } from "./password";

describe("a password", () => {
  it("is kept as argon2id with OWASP's costs", async () => {
    expect(await hashPassword("correct horse battery")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("is recognised, and another is not", async () => {
    const kept = await hashPassword("correct horse battery");
    expect(await verifyPassword("correct horse battery", kept)).toBe(true);
    expect(await verifyPassword("correct horse batteri", kept)).toBe(false);
  });

  it("is the same whichever way its accents were typed", async () => {
    const kept = await hashPassword("cafe\u0301 au lait");
    expect(await verifyPassword("caf\u00e9 au lait", kept)).toBe(true);
  });

  it("is checked as thoroughly when nobody has the mail as when somebody does", async () => {
    const check = vi.fn(verify);
    expect(await verifyPassword("correct horse battery", null, check)).toBe(false);
    expect(check).toHaveBeenCalledTimes(1);
    expect(check.mock.calls[0]?.[0]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("that the decoy was made from opens nothing", async () => {
    expect(await verifyPassword("a decoy that nobody's password is compared with in earnest", null)).toBe(false);
  });

  it("is not hashed when it is absurdly long", async () => {
    const check = vi.fn(verify);
    expect(await verifyPassword("x".repeat(100_000), null, check)).toBe(false);
    expect(check).not.toHaveBeenCalled();
  });

  it("made with weaker costs is outdated", async () => {
    expect(isOutdated(await hash("correct horse battery", { memoryCost: 8192, timeCost: 2 }))).toBe(true);
    expect(isOutdated(await hashPassword("correct horse battery"))).toBe(false);
  });
});
