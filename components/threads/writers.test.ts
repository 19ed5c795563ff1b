import { expect, it } from "vitest";
import { inWords, threadKey, writersIn } from "./writers";

const person = (id: string) => ({ id, name: id, color: "#336699" });
const key = threadKey({ kind: "highlight", id: "h" });

it("names the others who write in this thread, each once", () => {
  const states = [
    { user: person("Ben"), writing: key },
    { user: person("Ana"), writing: key },
    { user: person("Ana"), writing: key },
    { user: person("Me"), writing: key },
    { user: person("Cleo"), writing: threadKey({ kind: "article" }) },
    { user: person("Dan") },
    { writing: key },
    null,
  ];
  expect(writersIn(states, key, "Me").map(({ name }) => name)).toEqual(["Ana", "Ben"]);
});

it("says it in a line", () => {
  const people = ["Ana", "Ben", "Cleo"].map(person);
  expect([0, 1, 2, 3].map((count) => inWords(people.slice(0, count)))).toEqual([
    "",
    "Ana is writing…",
    "Ana and Ben are writing…",
    "3 people are writing…",
  ]);
});
