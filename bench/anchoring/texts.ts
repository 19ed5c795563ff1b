/** The texts to measure on: the demo's article, every article lying beside the repository, and generated ones. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { canonicalText } from "@/lib/article/canonical-text";
import { importArticle } from "@/lib/article/import-article";
import { generateArticle } from "./generate";

export interface SampleText {
  name: string;
  text: string;
}

const root = new URL("../../", import.meta.url);
const demo = new URL("prisma/demo/night-buses.txt", root);
const shared = new URL("../shared/articles/", root);
const generatedLengths = [20_000, 200_000, 1_000_000];

/** What an import makes of the paste: the text that highlights are made on, without the page's form fields and lines. */
const imported = (content: string) => canonicalText(importArticle({ kind: "text", content }).blocks);

/** Generated articles are the same every time. */
export function sampleTexts(): SampleText[] {
  const files = existsSync(shared)
    ? readdirSync(shared)
        .filter((name) => name.endsWith(".txt"))
        .sort()
    : [];
  return [
    { name: "night-buses.txt (the demo’s)", text: imported(readFileSync(demo, "utf8")) },
    ...files.map((name) => ({ name, text: imported(readFileSync(new URL(name, shared), "utf8")) })),
    ...generatedLengths.map((length, index) => ({
      name: `generated, ${length.toLocaleString("en")} characters`,
      text: generateArticle(length, 100 + index),
    })),
  ];
}
