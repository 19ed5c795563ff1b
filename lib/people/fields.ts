/** What people may say about themselves: the schemas behind every form, endpoint and command that takes a name, a mail address or a colour. */
import { z } from "zod";
import { colors } from "./colors";

/**
 * Control characters, what turns the reading direction, and what shows nothing: with them a name could be made to look like
 * another. Joiners and variation selectors stay, because scripts and emoji are written with them.
 */
const deceptive = /[\p{Cc}[\p{Default_Ignorable_Code_Point}--[\u200c\u200d\p{Variation_Selector}]]]/v;

/** A character that shows. The Braille pattern without dots is none, though Unicode counts it as a symbol. */
const visible = /[^\s\u2800\p{Default_Ignorable_Code_Point}]/u;

/** A short name for a person, a workspace or a token. */
function shortName(longest: number) {
  return z
    .string()
    .transform((name) => name.normalize("NFC").trim().replace(/\s+/g, " "))
    .pipe(
      z
        .string()
        .max(longest, `Use at most ${longest} characters.`)
        .refine((name) => !deceptive.test(name), "Leave out characters that can't be seen.")
        .refine((name) => visible.test(name), "Give it a name."),
    );
}

export const personNameSchema = shortName(80);
export const workspaceNameSchema = shortName(80);
export const tokenNameSchema = shortName(60);

/**
 * A mail address, in the one form that is stored and looked up. Normalised before it is checked: a full-width @ becomes a
 * plain one only then, and a check that came first would have let it pass.
 */
export const emailSchema = z
  .string()
  .transform((email) => email.normalize("NFKC").trim().toLowerCase())
  .pipe(z.email("This doesn't look like a mail address.").max(254, "This is too long for a mail address."));

export const colorSchema = z.enum(colors, "Choose one of the colours on offer.");

/** Long enough for a passphrase, short enough that hashing one is no way to keep the server busy. */
export const longestPassword = 200;
const shortestPassword = 10;

/** A new password. Length is what makes guessing hard, so nothing else is demanded of it (NIST SP 800-63B, 5.1.1). */
export const newPasswordSchema = z
  .string()
  .min(shortestPassword, `Use at least ${shortestPassword} characters. A few plain words in a row are fine.`)
  .max(longestPassword, `Use at most ${longestPassword} characters.`);
