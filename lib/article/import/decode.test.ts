import { expect, test } from "vitest";
import { decode } from "./decode";
import { kindOfFile } from "./kind-of-file";

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const wide = (text: string, isLittle: boolean, mark: boolean) => {
  const bytes = new Uint8Array((text.length + Number(mark)) * 2);
  const view = new DataView(bytes.buffer);
  Array.from(mark ? `\uFEFF${text}` : text).forEach((letter, index) => {
    view.setUint16(index * 2, letter.charCodeAt(0), isLittle);
  });
  return bytes;
};
const words = "The café’s naïve résumé – a story";

test.each([
  ["UTF-8", utf8(words), {}],
  ["UTF-8 with a mark", utf8(`\uFEFF${words}`), {}],
  ["UTF-16, little-endian, marked", wide(words, true, true), {}],
  ["UTF-16, big-endian, marked", wide(words, false, true), {}],
  ["UTF-16, little-endian, unmarked", wide(words, true, false), {}],
  ["UTF-16, big-endian, unmarked", wide(words, false, false), {}],
  ["windows-1252", latin("The caf\xe9\x92s na\xefve r\xe9sum\xe9 \x96 a story"), {}],
  ["UTF-8 that its server calls something else", utf8(words), { charset: "utf-16" }],
])("%s is read", (_, bytes, hints) => {
  expect(decode(bytes, hints)).toBe(words);
});

test("a page's own word for its encoding counts, and so does its server's", () => {
  const cyrillic = "Паром уходит вовремя";
  // Windows-1251 keeps Cyrillic in Unicode's order from 0xC0 on.
  const bytes = Uint8Array.from(cyrillic, (letter) => (letter === " " ? 0x20 : letter.charCodeAt(0) - 0x410 + 0xc0));
  const page = new Uint8Array([...utf8('<meta charset="windows-1251"><p>'), ...bytes]);
  expect(decode(page, { isHtml: true })).toContain(cyrillic);
  expect(decode(bytes, { charset: "windows-1251" })).toBe(cyrillic);
});

test("bytes that are no text are refused", () => {
  expect(() => decode(new Uint8Array([0x4d, 0x5a, 0, 1, 0, 0, 2, 0, 3]))).toThrow(/doesn't read as text/);
});

test.each([
  ["words.txt", utf8("# words"), "text"],
  ["words.MD", utf8("# words"), "markdown"],
  ["no ending", utf8("<!-- a --> <!DOCTYPE html><p>words"), "html"],
  ["a.htm", utf8("<p>words"), "html"],
  ["a.txt", utf8("%PDF-1.7\n"), "pdf"],
  ["wide.txt", wide("words", true, true), "text"],
])("%s is known by its bytes, then by its name", async (name, bytes, kind) => {
  expect(await kindOfFile(bytes, name)).toBe(kind);
});

test.each([
  ["an empty file", "a.txt", new Uint8Array(), /empty/],
  ["a picture called .txt", "a.txt", latin("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01"), /doesn't read as text/],
  ["an archive", "a.txt", latin(`PK\x03\x04${"\0".repeat(26)}`), /ZIP archive/],
  ["an old Word document", "a.doc", latin(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${"\0".repeat(600)}`), /password/],
  ["rich text", "a.rtf", latin("{\\rtf1 words}"), /rich text/],
  ["text called .docx", "a.docx", utf8("words"), /no such document/],
])("%s is refused with what it is", async (_, name, bytes, message) => {
  await expect(kindOfFile(bytes, name)).rejects.toMatchObject({
    code: "invalid-input",
    message: expect.stringMatching(message),
  });
});
