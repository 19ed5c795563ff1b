import { describe, expect, it } from "vitest";
import { emailSchema, newPasswordSchema, personNameSchema } from "./fields";

describe("a mail address", () => {
  it("is kept in lower case, without spaces around it", () => {
    expect(emailSchema.parse("  Ada@Example.ORG ")).toBe("ada@example.org");
  });

  it.each(["", "ada", "ada@", "@example.org", "ada@example.org, eve@example.org", `${"a".repeat(250)}@example.org`])(
    "is not %j",
    (email) => expect(emailSchema.safeParse(email).success).toBe(false),
  );

  it("can't hide a second recipient behind a full-width @", () => {
    expect(emailSchema.safeParse("ada@example.org\uff20evil.example").success).toBe(false);
  });
});

describe("a person's name", () => {
  it("keeps its letters whatever the script, and single spaces", () => {
    expect(personNameSchema.parse("  Chukwuemeka \t Ọ̀ṣun  ")).toBe("Chukwuemeka Ọ̀ṣun".normalize("NFC"));
    expect(personNameSchema.parse("李 明")).toBe("李 明");
  });

  it.each(["محمد\u200cرضا", "クリシュナ", "葛\u{e0100}城", "👩\u200d🔬 Ada", "O’Neill-\u00e5"])("may be %s", (name) => {
    expect(personNameSchema.parse(name)).toBe(name);
  });

  it.each(["", "   ", "Ada\u202eecalevoL", "Ada\u0000", "x".repeat(81)])("is not %j", (name) => {
    expect(personNameSchema.safeParse(name).success).toBe(false);
  });

  it.each(["\u200b\u200b", "\u200d", "\u3164", "\u2800", "\u00ad", "\u{e0100}", "Ada\u200b", "A\u2060da", "\u061cAda"])(
    "is not what looks empty or like another's: %j",
    (name) => expect(personNameSchema.safeParse(name).success).toBe(false),
  );
});

describe("a new password", () => {
  it("has between 10 and 200 characters, of any kind", () => {
    expect(newPasswordSchema.safeParse("short one").success).toBe(false);
    expect(newPasswordSchema.safeParse("ten chars!").success).toBe(true);
    expect(newPasswordSchema.safeParse("x".repeat(201)).success).toBe(false);
  });
});
