import fc from "fast-check";
import { expect, test } from "vitest";
import { tidy, tidyCode, tidyWithOffsets } from "./tidy";

test.each([
  ["no-break and thin spaces", "a\u00A0 \u202F\u2009 b", "a b"],
  ["spaces at the ends", " \u3000a ", "a"],
  ["soft hyphens, zero-width spaces, byte order marks", "\uFEFFre\u00ADfer\u200Bence", "reference"],
  ["directional overrides, which make text read other than it is", "pay \u202Eeno\u202C now", "pay eno now"],
  ["controls", "a\u0007b", "ab"],
  ["directional marks among left-to-right letters", "a\u200E b\u2068c\u2069", "a bc"],
  ["joiners after Latin letters", "of\u200Cfice", "office"],
  ["half a surrogate pair", "a\uD83Db", "a\uFFFDb"],
])("made plain: %s", (_, text, tidied) => {
  expect(tidy(text)).toBe(tidied);
});

test.each([
  ["joiners inside emoji", "👩‍👩‍👧"],
  ["joiners in Persian", "می‌خواهم"],
  ["directional marks among right-to-left letters", "שלום\u200F (abc)"],
])("kept: %s", (_, text) => {
  expect(tidy(text)).toBe(text);
});

test("every character that stays is found at its new offset, in order", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", " ", "\u00A0", "\u200B", "ש", "\u200F", "👍🏽", "\u00AD"), { maxLength: 30 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (source) => {
      const { text: tidied, offsetOf } = tidyWithOffsets(source);
      expect(tidy(tidied)).toBe(tidied);
      let last = 0;
      for (let at = 0; at <= source.length; at++) {
        const now = offsetOf(at);
        expect(now).toBeGreaterThanOrEqual(last);
        expect(now).toBeLessThanOrEqual(tidied.length);
        if (/[abש]/.test(source[at] ?? "")) expect(tidied[now]).toBe(source[at]);
        last = now;
      }
    }),
  );
});

test("code keeps its lines", () => {
  expect(tidyCode("if (a) {\r\n\tb\u200B();\r\n}")).toBe("if (a) {\n\tb();\n}");
});
