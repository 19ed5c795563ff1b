/** An article's sections as an outline shows them. Pure. */
import type { Block } from "@/lib/article/schema";
import type { Passage } from "@/lib/highlights/order";

export interface Section {
  /** Id of the heading's element. */
  id: string;
  text: string;
  /** 1: the article's title; headings are at least 2. */
  level: number;
  /** Where it starts in the canonical text, in code units. */
  start: number;
}

/** The title's id in the page. */
export const titleId = "article-title";

/** The title, then each heading. */
export function sectionsOf(title: string, blocks: readonly Block[], ranges: readonly Passage[]): Section[] {
  const sections: Section[] = [{ id: titleId, text: title, level: 1, start: 0 }];
  for (const [index, block] of blocks.entries()) {
    if (block.type !== "heading") continue;
    sections.push({ id: block.id, text: block.text, level: block.level, start: ranges[index]?.start ?? 0 });
  }
  return sections;
}

/** Index of the section that a place in the text belongs to. */
export function sectionAt(sections: readonly Section[], offset: number): number {
  return Math.max(
    0,
    sections.findLastIndex((section) => section.start <= offset),
  );
}
