import { expect, test } from "vitest";
import { type Anchoring, anchor, describe, reanchor } from ".";

const selectorOf = (text: string, words: string, from = 0) => {
  const start = text.indexOf(words, from);
  return describe(text, start, start + words.length);
};

/** What both ways of looking find for the words in the changed text. */
function lookBothWays(before: string, after: string, words: string, from = 0): Anchoring[] {
  const selector = selectorOf(before, words, from);
  return [anchor(after, selector), ...reanchor(before, after, [selector])];
}

const wordsAt = (text: string, { start, end }: Anchoring) => (start === null ? null : text.slice(start, end));

const claim = "The city counts empty seats at four in the morning and calls them waste.";
const around = {
  before: "Every plan has a number in it that does the work of an argument.",
  after: "It counts no one who walks home, and nobody who waits for the first train at the harbour.",
};

test.each([
  ["before", (edited: string) => `${claim}\n\n${around.before} ${edited} ${around.after}`],
  ["after", (edited: string) => `${around.before} ${edited} ${around.after}\n\n${claim}\n\nThe end.`],
])("an edited sentence isn’t exchanged for a pull quote %s it that repeats the old wording", (_, articleWith) => {
  const before = articleWith(claim);
  const edited = "The city counts vacant seats at four in the morning, and then it calls them waste.";
  const after = articleWith(edited);
  const from = before.indexOf(around.before);
  for (const found of lookBothWays(before, after, claim, from)) {
    expect(found.state).toBe("moved");
    expect(wordsAt(after, found)).toBe(edited);
  }
});

test("an edited sentence isn’t exchanged for a pull quote that is new in the revision", () => {
  const before = `${around.before} ${claim} ${around.after}`;
  const edited = claim.replace("four", "five");
  const after = `Opening words.\n\n${claim}\n\n${around.before} ${edited} ${around.after}`;
  for (const found of lookBothWays(before, after, claim)) expect(wordsAt(after, found)).toBe(edited);
});

test("a deleted sentence isn’t found in its neighbour of the same form", () => {
  const alpha = "Team Alpha won the first match by two goals.";
  const before = `Results of the day.\n\n${alpha}\n\nTeam Beta won the second match by three goals.\n\nMore tomorrow.`;
  const after = before.replace(`${alpha}\n\n`, "");
  for (const found of lookBothWays(before, after, alpha)) expect(found.state).toBe("orphaned");
  expect(anchor(after, { ...selectorOf(before, alpha), prefix: "", suffix: "" }).state).toBe("orphaned");
});

/** Prose in which nothing repeats. */
const prose = [
  "The harbour wakes before the rest of Port Selwyn does.",
  "Crews hose down the quay while gulls argue over yesterday’s nets.",
  "By half past three a baker has carried two trays across the square.",
  "Her oven is older than the tram line, and both of them smoke.",
  "A nurse sleeps upright at the second stop, one hand through her bag’s strap.",
  "Drivers know who gets off where, and slow down before anyone rings.",
  "None of this appears in the annex, which measures seats by the hour.",
  "Its authors drove to the depot once, in daylight, and left before dusk.",
  "They found the benches clean and the timetable hard to read.",
  "What they call waste is the price of arriving.",
];

test("words of a sentence that moved away from all around it are found where it is now", () => {
  const moved = "A nurse sleeps upright at the second stop, one hand through her bag’s strap.";
  const before = prose.join(" ");
  const after = [moved, ...prose.filter((sentence) => sentence !== moved)].join(" ");
  for (const words of [moved, "at the second stop", "upright"]) {
    for (const found of lookBothWays(before, after, words)) {
      expect(found.state).not.toBe("ambiguous");
      expect(found.start).toBe(after.indexOf(words));
    }
  }
});

test("a sentence that was deleted isn’t found in a pull quote that had repeated it", () => {
  const quoted = prose[5] ?? "";
  const before = [quoted, prose.join(" ")].join("\n\n");
  const after = [quoted, prose.filter((sentence) => sentence !== quoted).join(" ")].join("\n\n");
  for (const found of lookBothWays(before, after, quoted, quoted.length)) {
    expect(["ambiguous", "orphaned"]).toContain(found.state);
  }
});

test("a passage that was torn apart is where most of it is", () => {
  const [rest, most] = ["while gulls argue over yesterday’s nets.", `${prose[2]} ${prose[3]}`];
  const after = [...prose.slice(0, 2), ...prose.slice(4), most].join(" ");
  for (const found of lookBothWays(prose.join(" "), after, `${rest} ${most}`)) expect(wordsAt(after, found)).toBe(most);
});

test("a passage isn’t found inside its denial", () => {
  const before = "On paper the plan does work well enough. On the street the other plan does not work at all.";
  const after = before.replace("On paper the plan does work well enough. ", "");
  for (const found of lookBothWays(before, after, "does work")) {
    expect(["orphaned", "ambiguous"]).toContain(found.state);
    expect(found.confidence).toBeLessThan(0.4);
  }
});

test.each([
  ["a negation", "the plan does work well", "the plan does not work well"],
  ["a number", "about 1.7 percent of them", "about 7.1 percent of them"],
  ["a name", "that the minister Alvarez signed", "that the minister Benning signed"],
])("%s put into a passage or changed in it halves the confidence at least", (_, old, edited) => {
  const before = `Everyone on the committee says ${old}, and the report repeats it on every page.`;
  const after = before.replace(old, edited);
  for (const found of lookBothWays(before, after, old)) {
    expect(wordsAt(after, found)).toBe(edited);
    expect(found.confidence).toBeLessThanOrEqual(0.5);
  }
});

test("a number isn’t found in the digits of another", () => {
  const before = "Of the passengers 1.7 percent complained.";
  const after = "Of the drivers 7.1 percent complained.";
  for (const found of lookBothWays(before, after, "1.7")) expect(found.state).toBe("orphaned");
});

test("an emoji isn’t found in half of another", () => {
  for (const [old, other] of [
    ["👍", "👍🏽"],
    ["👩", "👩‍👩‍👧"],
    ["🇩🇪", "🇩🇰"],
    ["😀", "😁"],
  ] as const) {
    const before = `They all agreed ${old} in the end.`;
    for (const found of lookBothWays(before, before.replace(old, other), old)) expect(found.state).toBe("orphaned");
  }
});

/** Sentences whose words hardly repeat. */
function sentences(count: number): string[] {
  const syllables = "ka lo mi ne ru sta ve pro dun hel fi gor".split(" ");
  const word = (seed: number) =>
    [1, 5, 11].map((step) => syllables[(seed * step + (seed >> (step % 4))) % syllables.length]).join("");
  return Array.from(
    { length: count },
    (_, n) => `A ${word(n * 5 + 1)} of the ${word(n * 11 + 3)} said that ${word(n * n + 7)} would ${word(n * 3 + 90)}.`,
  );
}

test("a long passage with edits all over is found from its first word to its last", () => {
  const body = sentences(60);
  const before = body.join(" ");
  const words = body.slice(10, 30).join(" ");
  expect(words.length).toBeGreaterThan(800);
  const edited = words
    .replaceAll(/\b(said|would)\b/g, (verb, _, at) => (at % 3 === 0 ? "never" : verb))
    .replaceAll("sta", "sto");
  const after = before.replace(words, edited);
  for (const found of lookBothWays(before, after, words)) {
    expect(found.state).toBe("moved");
    expect(wordsAt(after, found)).toBe(edited);
  }
});

test("a paragraph that moved is found again, edited or not", () => {
  const body = sentences(30);
  const paragraphs = Array.from({ length: 10 }, (_, n) => body.slice(n * 3, n * 3 + 3).join(" "));
  const before = paragraphs.join("\n\n");
  const moved = paragraphs[2] ?? "";
  const rest = paragraphs.filter((paragraph) => paragraph !== moved);
  for (const edited of [moved, moved.replace(" said that ", " claimed that ")]) {
    const after = [...rest.slice(0, 7), edited, ...rest.slice(7)].join("\n\n");
    for (const found of lookBothWays(before, after, moved)) expect(wordsAt(after, found)).toBe(edited);
    const inside = moved.slice(moved.indexOf(" ", 60) + 1, moved.lastIndexOf(" "));
    for (const found of lookBothWays(before, after, inside)) expect(found.state).not.toBe("orphaned");
  }
});

test("what typesetting changes is the same text", () => {
  const before = 'She said "it can\'t be" - twice - in the cafe\u0301 by the co-op, and left.';
  const after = "She said “it can’t be” – twice – in\u00a0the café by the co\u00ad-op, and left.";
  for (const words of ['"it can\'t be" - twice', "the cafe\u0301 by", "co-op"]) {
    for (const found of lookBothWays(before, after, words)) expect(found.state).toBe("anchored");
  }
  const [found] = lookBothWays(before, after, "in the cafe\u0301");
  expect(found && wordsAt(after, found)).toBe("in\u00a0the café");
});

test("right-to-left text is found with its marks and without", () => {
  const before =
    "אמר הנשיא כי התוכנית תעבוד היטב בכל הערים. אחרים חלקו עליו מיד.\n\nقال المدير إن الخطة ستنجح في كل المدن.";
  const after = `מבוא חדש.\n\n${before.replace("התוכנית", "\u200fהתוכנית\u200f").replace("مدير", "وزير")}`;
  for (const found of lookBothWays(before, after, "התוכנית תעבוד היטב")) expect(found.state).toBe("anchored");
  for (const found of lookBothWays(before, after, "ستنجح في كل المدن")) expect(found.state).toBe("anchored");
});

test("a copy that went from among equals is a doubt for those that are left", () => {
  const line = "Please leave this field blank.";
  const before = `Form.\n\n${Array(6).fill(line).join("\n\n")}\n\nEnd of form.`;
  const after = before.replace(`${line}\n\n`, "");
  const third = selectorOf(before, line, 10 + 2 * line.length);
  expect(reanchor(before, after, [third])).toMatchObject([{ state: "ambiguous", margin: 0 }]);
});
