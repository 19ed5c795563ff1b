/** Whom "@" and a few letters mean. */
import { expect, it } from "vitest";
import { peopleNamed } from "./people";

const people = ["Čedomir Kovač", "Karl-Heinz Okoro", "Ana Okafor", "Oana Ionescu", "Heike Anders"].map((name) => ({
  name,
}));
const named = (query: string, most = 10) => peopleNamed(people, query, most).map(({ name }) => name);

it.each([
  ["", ["Ana Okafor", "Čedomir Kovač", "Heike Anders", "Karl-Heinz Okoro", "Oana Ionescu"]],
  ["an", ["Ana Okafor", "Heike Anders"]],
  ["AN", ["Ana Okafor", "Heike Anders"]],
  ["cedo", ["Čedomir Kovač"]],
  ["kovac", ["Čedomir Kovač"]],
  ["heinz", ["Karl-Heinz Okoro"]],
  ["o", ["Oana Ionescu", "Ana Okafor", "Karl-Heinz Okoro"]],
  ["kafor", []],
])("%j means %j", (query, names) => {
  expect(named(query)).toEqual(names);
});

it("offers no more than asked for", () => {
  expect(named("", 2)).toHaveLength(2);
});
