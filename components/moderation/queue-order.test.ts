import { expect, test } from "vitest";
import { arrange } from "./queue-order";

test("what is new and more pressing waits to be asked for, and moves nothing", () => {
  expect(arrange(["a", "b"], ["new", "a", "other", "b"], "a")).toEqual({ ids: ["a", "b"], arrivals: 2 });
});

test("what is new and less pressing goes to the end", () => {
  expect(arrange(["a", "b"], ["a", "b", "c"], "a")).toEqual({ ids: ["a", "b", "c"], arrivals: 0 });
  expect(arrange([], ["a", "b"], null)).toEqual({ ids: ["a", "b"], arrivals: 0 });
});

test("what others decided goes, but for what is being read", () => {
  expect(arrange(["a", "b", "c"], ["c"], "b")).toEqual({ ids: ["b", "c"], arrivals: 0 });
  expect(arrange(["a", "b", "c"], ["c"], null)).toEqual({ ids: ["c"], arrivals: 0 });
});

test("a new rank moves nothing that is shown", () => {
  expect(arrange(["a", "b", "c"], ["c", "b", "a"], null)).toEqual({ ids: ["a", "b", "c"], arrivals: 0 });
});
