import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type InlineNode, inlineTree } from "./inline-tree";
import type { Mark } from "./schema";

const show = (nodes: InlineNode[]): string =>
  nodes
    .map((node) => (node.type === "text" ? `${node.start}-${node.end}` : `${node.mark.type}(${show(node.children)})`))
    .join(" ");

const mark = (type: "emphasis" | "strong" | "code", start: number, end: number): Mark => ({ type, start, end });
const link = (start: number, end: number): Mark => ({ type: "link", start, end, href: "https://example.org" });

describe("inline tree", () => {
  it("is one text when nothing is marked", () => {
    expect(show(inlineTree(5, []))).toBe("0-5");
    expect(inlineTree(0, [])).toEqual([]);
  });

  it("keeps a link whole around emphasis", () => {
    expect(show(inlineTree(20, [mark("emphasis", 6, 9), link(4, 12)]))).toBe("0-4 link(4-6 emphasis(6-9) 9-12) 12-20");
  });

  it("lets a mark that sticks out go on after the outer one", () => {
    expect(show(inlineTree(10, [mark("strong", 2, 6), mark("emphasis", 4, 8)]))).toBe(
      "0-2 strong(2-4 emphasis(4-6)) emphasis(6-8) 8-10",
    );
  });

  it("clips what reaches beyond the block", () => {
    expect(show(inlineTree(4, [mark("code", 2, 9), mark("code", 5, 9)]))).toBe("0-2 code(2-4)");
  });

  it("covers the block exactly, each code unit under exactly its marks", () => {
    const marks = fc.array(
      fc
        .tuple(fc.constantFrom("emphasis" as const, "strong" as const), fc.nat(20), fc.integer({ min: 1, max: 9 }))
        .map(([type, start, length]) => mark(type, start, start + length)),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(marks, fc.nat(24), (given, length) => {
        const units: Mark[][] = [];
        const walk = (nodes: InlineNode[], around: Mark[]) => {
          for (const node of nodes) {
            if (node.type === "marked") walk(node.children, [...around, node.mark]);
            else for (let unit = node.start; unit < node.end; unit += 1) units.push(around);
          }
        };
        walk(inlineTree(length, given), []);
        expect(units).toHaveLength(length);
        for (const [unit, around] of units.entries()) {
          expect(new Set(around)).toEqual(new Set(given.filter(({ start, end }) => start <= unit && unit < end)));
        }
      }),
    );
  });
});
