/** Turns what a person sends as a new text into what a revision holds: a correction of blocks, or a fresh import. */
import { importArticle } from "@/lib/article/import-article";
import { applyReview } from "@/lib/article/review";
import { correctedBlocks } from "./corrected";
import type { NewTextInput } from "./endpoints";
import type { NewText } from "./revise";

/** @throws AppError when it can't be read as an article */
export async function newTextOf(input: NewTextInput): Promise<NewText> {
  switch (input.from) {
    case "blocks": {
      const { metadata } = input;
      return { metadata, blocks: correctedBlocks(input.blocks), setAside: [], sourceKind: "edit", raw: "" };
    }
    case "source": {
      const { from: _, review, ...source } = input;
      const recognised = importArticle(source);
      const { metadata, blocks, setAside, raw } = review ? applyReview(recognised, review) : recognised;
      return { metadata, blocks, setAside, sourceKind: source.kind, raw };
    }
  }
}
