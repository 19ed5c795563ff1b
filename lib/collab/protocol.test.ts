import { expect, it } from "vitest";
import { isServerMessage } from "./protocol";
import { serverMessageSchema } from "./protocol.schema";

const id = "01998f6e-1a2b-7c3d-8e4f-5a6b7c8d9e0f";
const messages = [
  { type: "durable", frames: 0 },
  { type: "refused", code: "cited", message: "It was kept." },
  { type: "access", access: "read" },
  { type: "event", event: { type: "rebuttal.changed", articleId: id, rebuttalId: id } },
  { type: "missed" },
  { type: "inbox" },
];

it("knows every message of the schema without it", () => {
  expect(messages.map(({ type }) => type).sort()).toEqual(
    serverMessageSchema.options.map(({ shape }) => shape.type.value).sort(),
  );
  for (const message of messages) {
    expect(serverMessageSchema.safeParse(message).success).toBe(true);
    expect(isServerMessage(message)).toBe(true);
  }
});

it.each([
  [null],
  ["durable"],
  [{ type: "hello" }],
  [{ type: "durable", frames: -1 }],
  [{ type: "durable", frames: "1" }],
  [{ type: "refused", code: "because", message: "No." }],
  [{ type: "refused", code: "cited" }],
  [{ type: "access", access: "all" }],
  [{ type: "event", event: null }],
])("takes nothing else for one: %j", (value) => {
  expect(isServerMessage(value)).toBe(false);
});
