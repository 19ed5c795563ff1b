/** What editors do to articles: each mutation changes a text and knows what it did. */
import { generateSentence } from "./generate";
import { paragraphsOf, sentencesOf, wordsOf } from "./parts";
import type { Random } from "./random";
import { type Edit, type Piece, piecesOf, type Revision, reviseBy } from "./revision";
import type { Range } from "./truth";

/** A revision, and the passages that the mutation is about: half of the selections are made there. */
export interface Mutated extends Revision {
  targets: Range[];
}

export interface Mutation {
  name: string;
  apply(text: string, random: Random): Mutated;
}

const words = (text: string, { start, end }: Range) => text.slice(start, end);

/** A mutation that makes edits here and there. */
function editing(name: string, editsOf: (text: string, random: Random) => Edit[]): Mutation {
  return {
    name,
    apply: (text, random) => {
      const edits = editsOf(text, random);
      const targets = edits
        .filter(({ from, to }) => to - from < text.length)
        .map(({ from, to }) => ({ start: from, end: to }));
      return { ...reviseBy(text, piecesOf(text, edits)), targets };
    },
  };
}

/** Two letters exchanged, one left out or one doubled. */
function typo(word: string, at: number, random: Random): string {
  const [here = "", next = ""] = [word.charAt(at), word.charAt(at + 1)];
  return random.pick([next + here, next, here + here + next]);
}

const typos = editing("typos", (text, random) =>
  wordsOf(text)
    .filter(({ start, end }) => end - start > 3 && random.chance(0.03))
    .map(({ start, end }) => {
      const at = random.below(end - start - 1);
      return { from: start + at, to: start + at + 2, text: typo(words(text, { start, end }), at, random) };
    }),
);

const wordsReplaced = editing("words replaced", (text, random) => {
  const all = wordsOf(text);
  return all
    .filter(() => random.chance(0.05))
    .map(({ start, end }) => ({ from: start, to: end, text: words(text, random.pick(all)) }));
});

const sentencesInserted = editing("sentences inserted", (text, random) =>
  sentencesOf(text)
    .filter(() => random.chance(0.15))
    .map(({ start }) => ({ from: start, to: start, text: `${generateSentence(random)} ` })),
);

/** A sentence with the space after it, or before it at the end of a paragraph. */
function withSpace(text: string, { start, end }: Range): { from: number; to: number } {
  if (text.charAt(end) === " ") return { from: start, to: end + 1 };
  return text.charAt(start - 1) === " " ? { from: start - 1, to: end } : { from: start, to: end };
}

const sentencesDeleted = editing("sentences deleted", (text, random) =>
  sentencesOf(text)
    .filter(() => random.chance(0.1))
    .map((sentence) => ({ ...withSpace(text, sentence), text: "" })),
);

const sentencesMerged = editing("sentences merged", (text, random) => {
  const sentences = sentencesOf(text);
  return sentences.flatMap(({ end }, index) => {
    const next = sentences[index + 1];
    if (next === undefined || text.slice(end - 1, next.start) !== ". " || !random.chance(0.15)) return [];
    const lower = text.charAt(next.start).toLowerCase();
    return [{ from: end - 1, to: next.start + 1, text: random.pick([`, and ${lower}`, `; ${lower}`, ` – ${lower}`]) }];
  });
});

const spacesAndMarks = editing("punctuation and spaces normalised", (text, random) => {
  const toPlain = random.chance(0.5);
  const plain: [RegExp, string][] = [
    [/[‘’]/g, "'"],
    [/[“”]/g, '"'],
    [/—/g, " - "],
    [/–/g, "-"],
    [/…/g, "..."],
  ];
  const fine: [RegExp, string][] = [
    [/'/g, "’"],
    [/"/g, "”"],
    [/ - /g, "—"],
    [/\.\.\./g, "…"],
    [/(?<=\d) /g, "\u00a0"],
    [/(?<=\b(?:the|a|of)) /g, "\u00a0"],
  ];
  return (toPlain ? plain : fine).flatMap(([pattern, to]) =>
    [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ from: index, to: index + length, text: to })),
  );
});

const numbersChanged = editing("numbers changed", (text, random) =>
  wordsOf(text)
    .filter((word) => /^\d/.test(words(text, word)) && random.chance(0.5))
    .map(({ start, end }) => ({
      from: start,
      to: end,
      text: words(text, { start, end }).replaceAll(/\d/g, (digit) =>
        String((Number(digit) + 1 + random.below(8)) % 10),
      ),
    })),
);

const auxiliaries = new Set("is was will would can should has does are were do did".split(" "));

const negationAdded = editing("negation added", (text, random) =>
  wordsOf(text)
    .filter((word) => auxiliaries.has(words(text, word)) && random.chance(0.3))
    .map(({ end }) => ({ from: end, to: end, text: " not" })),
);

/** Moves some of the units to before others; the joint after each goes with it. */
function moving(name: string, unitsOf: (text: string) => Range[], share: number): Mutation {
  return {
    name,
    apply: (text, random) => {
      const units = unitsOf(text);
      // Each unit reaches to the next one, so that together they are the whole text.
      const cuts = [0, ...units.slice(1).map(({ start }) => start), text.length];
      const stays: number[] = [];
      const leaves: number[] = [];
      for (const index of units.keys()) (random.chance(share) ? leaves : stays).push(index);
      const order = stays.flatMap((index) => [index]);
      for (const index of leaves) order.splice(random.below(order.length + 1), 0, index);
      const pieces: Piece[] = order.map((index) => ({
        kind: "kept",
        from: cuts[index] ?? 0,
        to: cuts[index + 1] ?? text.length,
      }));
      const targets = leaves.flatMap((index) => units[index] ?? []);
      return { ...reviseBy(text, pieces), targets };
    },
  };
}

/** Puts `insertions` into a text first, so that the text before already has them. */
function withInsertions(text: string, insertions: readonly Edit[]): string {
  return reviseBy(text, piecesOf(text, insertions)).after;
}

const editedBesidePullQuote: Mutation = {
  name: "original edited beside a surviving pull quote",
  apply: (text, random) => {
    const long = sentencesOf(text).filter(({ start, end }) => end - start > 60);
    const quoted = long.filter(() => random.chance(0.08));
    const paragraphs = paragraphsOf(text);
    const before = withInsertions(
      text,
      quoted.map((sentence) => {
        const near = Math.max(0, paragraphs.findIndex(({ end }) => end >= sentence.end) + random.pick([-2, -1, 1, 2]));
        const at = paragraphs[near]?.start ?? 0;
        return { from: at, to: at, text: `${words(text, sentence)}\n\n` };
      }),
    );
    const originals = sentencesOf(before).filter((sentence) => {
      const isAlone = before.charAt(sentence.start - 1) !== " " && before.charAt(sentence.end) !== " ";
      return !isAlone && quoted.some((quote) => words(text, quote) === words(before, sentence));
    });
    const all = wordsOf(before);
    const edits = originals.flatMap((sentence) => {
      const inside = wordsOf(words(before, sentence));
      return Array.from({ length: 1 + random.below(3) }, () => {
        const { start, end } = random.pick(inside);
        return { from: sentence.start + start, to: sentence.start + end, text: words(before, random.pick(all)) };
      });
    });
    return { ...reviseBy(before, piecesOf(before, edits)), targets: originals };
  },
};

const boilerplate = [
  "Sign up for our newsletter to get the next part in your inbox.",
  "This article was first published in our weekend edition.",
  "All figures in this section are our own calculations.",
];

const boilerplateChanged: Mutation = {
  name: "repeated boilerplate sentences added and removed",
  apply: (text, random) => {
    // Never beside its like: of two equal sentences in a row no map can say which was there before.
    const additions = (from: string, share: number): Edit[] =>
      paragraphsOf(from)
        .filter(
          ({ start, end }) =>
            random.chance(share) && !boilerplate.some((known) => from.slice(start, end).endsWith(known)),
        )
        .map(({ end }) => ({ from: end, to: end, text: ` ${random.pick(boilerplate)}` }));
    const before = withInsertions(text, additions(text, 0.3));
    const repeats = sentencesOf(before).filter((sentence) => boilerplate.includes(words(before, sentence)));
    const removed = repeats
      .filter(() => random.chance(0.3))
      .map((repeat) => ({ ...withSpace(before, repeat), text: "" }));
    const targets = repeats.filter((repeat) =>
      removed.every(({ from, to }) => to <= repeat.start || from >= repeat.end),
    );
    return { ...reviseBy(before, piecesOf(before, [...removed, ...additions(before, 0.1)])), targets };
  },
};

/** Every kind of change that the proof asks for. */
export const mutations: Mutation[] = [
  typos,
  wordsReplaced,
  sentencesInserted,
  sentencesDeleted,
  moving("sentences moved", sentencesOf, 0.05),
  sentencesMerged,
  moving("paragraphs reordered", paragraphsOf, 0.15),
  spacesAndMarks,
  numbersChanged,
  negationAdded,
  editedBesidePullQuote,
  boilerplateChanged,
];
