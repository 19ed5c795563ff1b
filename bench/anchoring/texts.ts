/** The texts to measure on: the demo's article, every article lying beside the repository, and generated ones. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { canonicalText } from "@/lib/article/canonical-text";
import { importArticle } from "@/lib/article/import-article";
import { generateArticle } from "./generate";
import { firstSeeds, type Seeds } from "./seeds";

export interface SampleText {
  name: string;
  text: string;
}

const root = new URL("../../", import.meta.url);
const demo = new URL("prisma/demo/night-buses.txt", root);
const shared = new URL("../shared/articles/", root);
const generatedLengths = [20_000, 200_000, 1_000_000];

/** What an import makes of the paste: the text that highlights are made on, without the page's form fields and lines. */
async function imported(file: URL): Promise<string> {
  const { blocks } = await importArticle({ kind: "text", content: readFileSync(file, "utf8") });
  return canonicalText(blocks);
}

/** Generated articles are the same every time, and others for either kind of seeds. */
export async function sampleTexts(seeds: Seeds): Promise<SampleText[]> {
  const files = existsSync(shared)
    ? readdirSync(shared)
        .filter((name) => name.endsWith(".txt"))
        .sort()
    : [];
  return [
    { name: "night-buses.txt (the demo’s)", text: await imported(demo) },
    ...(await Promise.all(files.map(async (name) => ({ name, text: await imported(new URL(name, shared)) })))),
    ...generatedLengths.map((length, index) => ({
      name: `generated, ${length.toLocaleString("en")} characters`,
      text: generateArticle(length, 99 + firstSeeds[seeds] + index),
    })),
  ];
}
