import { expect, test } from "vitest";
import { importArticle } from "../import-article";
import type { SetAside } from "../schema";

/** An article of plain paragraphs, long enough to have a middle, with `lines` put into that middle. */
const paragraph = (n: number) => `Paragraph number ${n} says one thing about the harbour. It goes on to say another.`;
const before = Array.from({ length: 10 }, (_, n) => paragraph(n + 1));
const after = Array.from({ length: 10 }, (_, n) => paragraph(n + 11));

function inMiddle(...lines: string[]) {
  return importText(["The harbour and its critics", ...before, ...lines, ...after].join("\n\n"));
}

function atEnd(...lines: string[]) {
  return importText(["The harbour and its critics", ...before, ...after, ...lines].join("\n\n"));
}

async function importText(content: string) {
  const result = await importArticle({ kind: "text", content });
  const aside = (reason: SetAside["reason"]) =>
    result.setAside.filter((line) => line.reason === reason).map(({ text }) => text);
  const typeOf = (text: string) => result.blocks.find((block) => block.text === text)?.type;
  return { ...result, aside, typeOf };
}

test("labels of a form in a row are a form; one form word in a heading is not", async () => {
  const result = await inMiddle(
    "First name",
    "Email address",
    "Password",
    "Submit",
    paragraph(30),
    "The hidden field",
    paragraph(31),
  );
  expect(result.aside("form-field")).toEqual(["First name", "Email address", "Password", "Submit"]);
  expect(result.typeOf("The hidden field")).toBe("heading");
});

test.each([
  ["German", "Dieses Feld ist ausgeblendet", "Themen", "Bezirke", ["Vorname *", "E-Mail-Adresse *", "Absenden"]],
  ["French", "Ce champ est masqué", "Vos thèmes", "Vos régions", ["Prénom *", "Adresse e-mail *", "Envoyer"]],
  ["Spanish", "Este campo está oculto", "Temas", "Distritos", ["Nombre completo", "Correo electrónico", "Enviar"]],
  [
    "Finnish, of which no word is known",
    "Tämä kenttä on piilotettu",
    "Aiheet",
    "Alueet",
    ["Etunimi *", "Sukunimi *", "nimi@example.fi"],
  ],
])("a form in %s is a form by its shape", async (_, hidden, topics, regions, labels) => {
  const six = Array(6).fill(hidden);
  const result = await inMiddle(...six, topics, ...six, regions, ...six, paragraph(30), ...labels, paragraph(31));
  expect(result.aside("form-field")).toEqual([...six, topics, ...six, regions, ...six, ...labels]);
  expect(result.blocks).toHaveLength(22);
});

test("a song keeps its refrain", async () => {
  const verses = Array.from({ length: 8 }, (_, n) => [
    `And the boat went out in year ${n}`,
    `With ${n} men and none`,
    "Oh the harbour",
  ]);
  const result = await inMiddle(...verses.flat());
  expect(result.blocks.filter(({ text }) => text === "Oh the harbour")).toHaveLength(8);
});

test("a form’s sentence that keeps repeating is a form’s, and so are the headings between", async () => {
  const validation = "This field is for validation purposes and should be left unchanged.";
  const result = await inMiddle(validation, "Interests", validation, "Regions and districts", validation);
  expect(result.aside("form-field")).toEqual([
    validation,
    "Interests",
    validation,
    "Regions and districts",
    validation,
  ]);
});

test("a section’s heading before a form stays", async () => {
  const hidden = "This field is hidden";
  const result = await inMiddle("The cost of waiting", hidden, hidden, hidden, paragraph(30));
  expect(result.aside("form-field")).toEqual([hidden, hidden, hidden]);
  expect(result.blocks.find(({ text }) => text === "The cost of waiting")).toBeDefined();
});

test("a refrain is kept, with a warning", async () => {
  const refrain = "We will not submit to this.";
  const result = await inMiddle(refrain, paragraph(30), refrain, paragraph(31), refrain);
  expect(result.blocks.filter(({ text }) => text === refrain)).toHaveLength(3);
  expect(result.warnings).toEqual([expect.stringContaining("Stands 3 times")]);
});

test("the same line in a row is kept once", async () => {
  const result = await inMiddle("Loading", "Loading", "Loading", "Loading");
  expect(result.aside("repeated")).toEqual(["Loading", "Loading", "Loading"]);
  expect(result.blocks.filter(({ text }) => text === "Loading")).toHaveLength(1);
});

test.each([
  ["consent", "By clicking subscribe you agree to our privacy policy and terms of use."],
  ["consent", "We use cookies to make this website better."],
  ["share-bar", "Share on Facebook"],
  ["share-bar", "Tweet"],
  ["newsletter", "Sign up for our weekly newsletter and get our best work in your inbox."],
  ["navigation", "Back to top"],
  ["navigation", "Home > Opinion > Transport"],
  ["consent", "Wir verwenden Cookies, um diese Seite besser zu machen."],
  ["consent", "En cliquant sur envoyer, vous acceptez notre politique de confidentialité."],
  ["consent", "Al hacer clic aceptas nuestra política de privacidad y el uso de cookies."],
  ["newsletter", "Jetzt unseren Newsletter abonnieren und nichts verpassen!"],
  ["newsletter", "Inscrivez-vous à notre infolettre pour ne rien manquer."],
  ["navigation", "Alle akzeptieren"],
  ["navigation", "Leer más"],
  ["advert", "Anzeige"],
  ["legal", "Diese Texte gehören uns. Alle Rechte vorbehalten."],
  ["legal", "© 2026 The Harbour Review. All rights reserved."],
  ["legal", "The views in this article are the author’s own and do not necessarily reflect those of anyone else."],
] as const)("below an article, %s: %s", async (reason, line) => {
  expect((await atEnd(line)).aside(reason)).toEqual([line]);
});

test.each([
  "The company says: “By clicking accept you agree to our privacy policy and terms of use.” Nobody reads it.",
  "Critics share the view that cookies and privacy policies are read by no one at all.",
  "Subscribers to the newsletter were told of the plan before the council was.",
  "The findings of the inquiry are independent, and they are damning.",
  "The city acknowledges that its donors have paid for half of the bridge.",
  "Copyright is a matter for the courts and not for the harbour.",
  "Die Datenschutzerklärung der Stadt ist länger als ihr Haushalt, sagt die Opposition.",
  "Les abonnés de la newsletter ont appris le projet avant le conseil municipal.",
  "La política de privacidad del puerto no la ha leído nadie en el ayuntamiento.",
])("a sentence about such things is kept, in the middle and at the end: %s", async (sentence) => {
  expect((await inMiddle(sentence)).typeOf(sentence)).toBe("paragraph");
  expect((await atEnd(sentence)).typeOf(sentence)).toBe("paragraph");
});

test("a consent notice far from everything a page adds is kept, with a warning", async () => {
  const notice = "By clicking accept you agree to our privacy policy.";
  const result = await inMiddle(notice);
  expect(result.typeOf(notice)).toBe("paragraph");
  expect(result.warnings).toEqual([expect.stringContaining("consent notice")]);
});

test("titles of other articles below one are navigation", async () => {
  const result = await atEnd(
    "© 2026 The Gazette",
    "Related articles",
    "The bus that never came",
    "Ten bridges to cross",
  );
  expect(result.aside("navigation")).toEqual(["Related articles", "The bus that never came", "Ten bridges to cross"]);
});

test("a head with a site’s name behind the title, a byline with role and date, and a standfirst without a stop", async () => {
  const result = await importText(
    [
      "Skip to content",
      "Why the ferry matters | The Gazette",
      "Why the ferry matters",
      "By Jane Roe, transport correspondent, and Li Wei | 3 June 2025 | 5 min read",
      "What a small boat tells about a large city",
      "The ferry leaves on time. Photo: Tom Lee",
      ...before,
      "Jane Roe is transport correspondent of The Gazette.",
    ].join("\n\n"),
  );
  expect(result.metadata).toEqual({
    title: "Why the ferry matters",
    publisher: "The Gazette",
    authors: [{ name: "Jane Roe", role: "transport correspondent" }, { name: "Li Wei" }],
    standfirst: "What a small boat tells about a large city",
    publishedOn: "2025-06-03",
    captions: [{ text: "The ferry leaves on time.", credit: "Tom Lee" }],
  });
  expect(result.blocks[0]).toMatchObject({ type: "caption", text: "The ferry leaves on time.", credit: "Tom Lee" });
  expect(result.aside("metadata")).toContain("Jane Roe is transport correspondent of The Gazette.");
});

test("a first paragraph is no standfirst", async () => {
  const result = await importText(["A title of some words", "By Jane Roe", ...before].join("\n\n"));
  expect(result.metadata.standfirst).toBeUndefined();
  expect(result.blocks[0]?.text).toBe(before[0]);
});

test("a date that can be read two ways is left out, with a warning", async () => {
  const result = await importText(["A title of some words", "Published 03/04/2025", ...before].join("\n\n"));
  expect(result.metadata.publishedOn).toBeUndefined();
  expect(result.warnings).toEqual([expect.stringContaining("03/04/2025")]);
});

test("boxes below name authors with roles, and departments", async () => {
  const result = await atEnd(
    "Authors",
    "Ada Stone",
    "Senior Fellow",
    "Ben Oduya",
    "Department",
    "Ports and Seas",
    "We study ports.",
  );
  expect(result.metadata.authors).toEqual([{ name: "Ada Stone", role: "Senior Fellow" }, { name: "Ben Oduya" }]);
  expect(result.aside("metadata").slice(-7)).toHaveLength(7);
  expect(result.blocks).toHaveLength(20);
});

test("a section called Author is a section", async () => {
  const result = await inMiddle("Author", "The author of the plan is unknown. Nobody signed it.");
  expect(result.metadata.authors).toEqual([]);
  expect(result.typeOf("Author")).toBe("heading");
});

const sentence = "The city counts the empty seats at four in the morning and calls them waste";
test.each([
  ["before, whole", [`${sentence}.`, `First this. ${sentence}. Then that, at length.`], 0],
  ["after, whole", [`First this. ${sentence}. Then that, at length.`, `${sentence}.`], 1],
  ["a part, without a stop", [`As I said, ${sentence.toLowerCase()}, year after year.`, sentence], 1],
  ["in quotation marks", [`First this. ${sentence}. Then that, at length.`, `“${sentence}.”`], 1],
  ["a word changed", [`First this. ${sentence.replace("calls", "called")}. Then that.`, `${sentence}.`], 1],
  ["twice", [`${sentence}.`, paragraph(30), `${sentence}.`], 2],
])("a pull quote is recognised: %s", async (_, lines, at) => {
  const { blocks } = await inMiddle(...lines);
  const inMiddleBlocks = blocks.slice(10, 10 + lines.length);
  expect(inMiddleBlocks.map(({ type }) => type).filter((type) => type === "pull-quote")).toHaveLength(1);
  const quote = inMiddleBlocks[at];
  const body = inMiddleBlocks.find((block) => block !== quote && block.text.toLowerCase().includes("counts the empty"));
  expect(quote).toMatchObject({ type: "pull-quote", repeats: body?.id });
});

test.each([
  [
    "another claim",
    `The city does not count the empty seats at four in the morning and call them waste.`,
    `Still: the city does count the empty seats at four in the morning and call them waste. So it is.`,
  ],
  [
    "another number",
    `Waiting times rose by 9 percent in the year after the buses stopped.`,
    `We read that waiting times rose by 19 percent in the year after the buses stopped. So it is.`,
  ],
  ["too short", `So it goes.`, `He said so it goes. So it goes, he said.`],
  ["inside longer paragraphs", `One. ${sentence}. Two, and more of it.`, `Three. ${sentence}. Four, and more of that.`],
])("what is no repeat stays a paragraph: %s", async (_, one, other) => {
  expect((await inMiddle(one, other)).blocks.filter(({ type }) => type === "pull-quote")).toEqual([]);
});

test("a footnote is linked from its mark; a star that leads nowhere stays a star", async () => {
  const { blocks } = await inMiddle(
    "It cost nine euros,* or ten.† So they say.",
    "*Or eight, says another.",
    "† In the end.",
    "A 5* hotel.",
  );
  expect(blocks.slice(10, 14)).toMatchObject([
    {
      type: "paragraph",
      marks: [
        { type: "footnote", start: 19, end: 20, block: "b12" },
        { type: "footnote", start: 28, end: 29, block: "b13" },
      ],
    },
    { type: "footnote", mark: "*", text: "Or eight, says another." },
    { type: "footnote", mark: "†", text: "In the end." },
    { type: "paragraph", text: "A 5* hotel." },
  ]);
  expect((await inMiddle("*Nothing leads here.")).typeOf("*Nothing leads here.")).toBe("paragraph");
});

test("headings by their shape, and what only looks like one", async () => {
  const result = await inMiddle(
    "What comes next?",
    paragraph(30),
    "MONEY AND TIME",
    paragraph(31),
    "A statement of fact.",
    "FERRYMAN\nCAPTAIN\nPASSENGER",
    "Underlined\n----------",
    paragraph(32),
  );
  expect(result.typeOf("What comes next?")).toBe("heading");
  expect(result.typeOf("MONEY AND TIME")).toBe("heading");
  expect(result.typeOf("Underlined")).toBe("heading");
  expect(result.typeOf("A statement of fact.")).toBe("paragraph");
  expect(result.typeOf("CAPTAIN")).toBe("paragraph");
  expect((await atEnd("Ada Stone")).typeOf("Ada Stone")).toBe("paragraph");
});

test("lists need a neighbour", async () => {
  const result = await inMiddle("• one thing", "• another thing", "1984. A year like others, they said.");
  expect(result.blocks.slice(10, 12)).toMatchObject([
    { type: "list-item", text: "one thing", ordered: false, depth: 0 },
    { type: "list-item", text: "another thing", ordered: false, depth: 0 },
  ]);
  expect(result.typeOf("1984. A year like others, they said.")).toBe("paragraph");
});

test("lines that a program wrapped are one paragraph, lines of verse are not", async () => {
  const wrapped =
    "The harbour was built in the year of the great storm and has been\nrebuilt twice since, each time by people who had not read what those\nbefore them wrote about the tides.";
  expect((await inMiddle(wrapped)).typeOf(wrapped.replaceAll("\n", " "))).toBe("paragraph");
  expect((await inMiddle("So the night comes down\nand nobody is home")).typeOf("So the night comes down")).toBe(
    "paragraph",
  );
});
