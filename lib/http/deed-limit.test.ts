/** Limits of a person and of an address, counted in a real PostgreSQL. */
import { expect, it } from "vitest";
import { testDatabase } from "@/lib/db/testing";
import { stampAddress } from "./client-address";
import { deedLimit } from "./deed-limit";

testDatabase();

const limit = (name: string, times: number) =>
  deedLimit({ name, times, seconds: 60, much: "You knock.", muchFromHere: "All knock.", kept: "Nothing was done." });

/** The headers of a request that came from there, as the server stamps them. */
function from(remoteAddress: string): Headers {
  const request = { headers: {} as Record<string, string>, socket: { remoteAddress } };
  stampAddress(request as Parameters<typeof stampAddress>[0], false);
  return new Headers(request.headers);
}

it("counts a person wherever they are", async () => {
  const knock = limit("knock", 1);
  await knock.spend("ana", from("192.0.2.1"));
  await expect(knock.spend("ana", from("192.0.2.2"))).rejects.toMatchObject({
    code: "rate-limited",
    message: expect.stringMatching(/^You knock\. Nothing was done\. Try again in \d+ seconds\.$/),
    retryAfter: expect.any(Number),
  });
});

it("counts ten people's worth at one address, a home's IPv6 addresses being one", async () => {
  const ring = limit("ring", 1);
  for (let person = 1; person <= 10; person += 1) await ring.spend(`person ${person}`, from(`2001:db8:1:2::${person}`));
  await expect(ring.spend("person 11", from("2001:db8:1:2:ffff::1"))).rejects.toMatchObject({
    code: "rate-limited",
    message: expect.stringMatching(/^All knock\. Nothing was done\./),
  });
  await ring.spend("person 12", from("2001:db8:1:3::1"));
});
