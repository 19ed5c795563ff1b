/** Every role, contributor or not, in every status, trying every move: against a table written out by hand. */
import { describe, expect, it } from "vitest";
import { type RebuttalStatus, type Role, roles } from "@/lib/access/policies";
import { decideMove, type Move, moves, movesFor, transitionOf } from "./status";

const statuses: RebuttalStatus[] = ["draft", "in_review", "published", "withdrawn"];
const me = "01998f6e-1a2b-7c3d-8e4f-5a6b7c8d9e0f";

/** Who may make which moves. Contributing adds to what the role brings; a viewer can't contribute. */
const table: Record<Role, { stranger: Move[]; contributor: Move[] }> = {
  owner: {
    stranger: ["submit", "return", "publish", "withdraw", "reopen"],
    contributor: ["submit", "return", "publish", "withdraw", "reopen"],
  },
  moderator: {
    stranger: ["return", "publish", "withdraw"],
    contributor: ["submit", "return", "publish", "withdraw", "reopen"],
  },
  editor: {
    stranger: ["submit", "return", "publish", "withdraw", "reopen"],
    contributor: ["submit", "return", "publish", "withdraw", "reopen"],
  },
  annotator: { stranger: [], contributor: ["submit", "return", "withdraw", "reopen"] },
  viewer: { stranger: [], contributor: [] },
};

/** Where each move leads from each status; what is missing can't be done there. */
const ways: Record<RebuttalStatus, Partial<Record<Move, RebuttalStatus>>> = {
  draft: { submit: "in_review" },
  in_review: { return: "draft", publish: "published" },
  published: { withdraw: "withdrawn" },
  withdrawn: { reopen: "draft" },
};

const cases = roles.flatMap((role) =>
  ([true, false] as const).flatMap((contributes) =>
    statuses.flatMap((status) => moves.map((move) => ({ role, contributes, status, move }))),
  ),
);

describe("a rebuttal's moves", () => {
  it.each(cases)("$role (contributor: $contributes) at $status: $move", ({ role, contributes, status, move }) => {
    const member = { userId: me, role };
    const rebuttal = { status, contributorIds: contributes ? [me] : [] };
    const allowed = table[role][contributes ? "contributor" : "stranger"].includes(move);
    const to = ways[status][move];

    const outcome = decideMove(member, move, rebuttal);
    if (!allowed) expect(outcome).toEqual({ outcome: "forbidden" });
    else if (to) expect(outcome).toEqual({ outcome: "moved", to });
    else expect(outcome).toEqual({ outcome: "elsewhere", status });

    expect(movesFor(member, rebuttal).includes(move)).toBe(allowed && to !== undefined);
  });

  it("reach every status from a draft and always lead back to it", () => {
    for (const start of statuses) {
      const reached = new Set<RebuttalStatus>([start]);
      for (let size = 0; size < reached.size; ) {
        size = reached.size;
        for (const { from, to } of moves.map(transitionOf)) if (reached.has(from)) reached.add(to);
      }
      expect([...reached].sort()).toEqual([...statuses].sort());
    }
  });
});
