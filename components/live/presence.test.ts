import { expect, it } from "vitest";
import { presentPeople } from "./presence";

const ada = { id: "a", name: "Ada", color: "#336699" };
const bo = { id: "b", name: "Bo", color: "#993366" };

it("names each other person once, by name, and leaves out what is no person", () => {
  const states = [
    { user: bo },
    { user: ada },
    { user: bo, cursor: {} },
    {},
    { user: { ...ada, id: "c", color: "red" } },
  ];
  expect(presentPeople(states, "a")).toEqual([bo]);
  expect(presentPeople(states, "me")).toEqual([ada, bo]);
});
