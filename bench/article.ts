/** A long article to measure with: made of sentences, the same every time. */

const subjects = [
  "The council",
  "A reader",
  "The ministry",
  "Nobody in the room",
  "The second report",
  "A driver",
  "Every forecast",
];
const verbs = ["assumes", "denies", "counts", "forgets", "repeats", "measures", "answers"];
const objects = [
  "what the first figure leaves out",
  "that waiting has a price",
  "the years before the survey",
  "how few were asked",
  "an average that nobody lives in",
  "the same sum twice",
  "what the footnote takes back",
  "a promise made in March",
];
const endings = ["", " on paper", " again", " without saying so", ", and stops there", " in the annex", " by a third"];

const sentencesInParagraph = 8;
const paragraphsInSection = 6;

const pick = (words: readonly string[], index: number) => words[index % words.length] ?? "";

function sentence(index: number): string {
  // Steps that share no factor with the lists' lengths, so that sentences repeat late.
  return `${pick(subjects, index)} ${pick(verbs, index * 3 + 1)} ${pick(objects, index * 5 + 2)}${pick(endings, index * 4 + Math.floor(index / 7))}.`;
}

/** Markdown with a title, sections and so many paragraphs of about eighty words. */
export function longArticle(paragraphs: number): string {
  const lines = ["# What the Figures Leave Out"];
  for (let index = 0; index < paragraphs; index += 1) {
    if (index % paragraphsInSection === 0) lines.push(`## Part ${index / paragraphsInSection + 1}`);
    const first = index * sentencesInParagraph;
    lines.push(Array.from({ length: sentencesInParagraph }, (_, at) => sentence(first + at)).join(" "));
  }
  return lines.join("\n\n");
}
