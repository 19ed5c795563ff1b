import { describe, expect, it } from "vitest";
import { type Arrival, refusalOf } from "./admission";

const arrival = (facts: Partial<Arrival>): Arrival => ({
  emailIsProven: true,
  owner: null,
  present: null,
  invited: false,
  ...facts,
});

describe("somebody who comes by a provider", () => {
  it("gets the account that it was linked to, whatever the provider now says of their mail", () => {
    expect(refusalOf(arrival({ owner: { demo: false }, emailIsProven: false }))).toBeNull();
  });

  it("links it to the account they are signed in to", () => {
    expect(refusalOf(arrival({ present: { demo: false }, emailIsProven: false }))).toBeNull();
  });

  it("gets a new account with a proven address and an invitation", () => {
    expect(refusalOf(arrival({ invited: true }))).toBeNull();
  });

  it("gets none without an invitation", () => {
    expect(refusalOf(arrival({}))).toBe("not-invited");
  });

  it("gets none for an address that the provider doesn't vouch for, invited or not", () => {
    expect(refusalOf(arrival({ emailIsProven: false, invited: true }))).toBe("unproven-mail");
    expect(refusalOf(arrival({ emailIsProven: false }))).toBe("unproven-mail");
  });

  it("can neither enter nor take over a demo account", () => {
    expect(refusalOf(arrival({ owner: { demo: true } }))).toBe("demo-account");
    expect(refusalOf(arrival({ present: { demo: true }, invited: true }))).toBe("demo-account");
  });
});
