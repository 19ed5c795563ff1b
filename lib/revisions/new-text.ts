/** Turns what a person sends as a new text into what a revision holds: a correction of blocks, or a fresh import. */
import { z } from "zod";
import { bring, type Waiting } from "@/lib/article/bring";
import type { Bringer } from "@/lib/article/import-sources";
import { noticesIn } from "@/lib/article/notices";
import { blockSchema, setAsideSchema } from "@/lib/article/schema";
import { correctedBlocks } from "./corrected";
import type { NewTextInput } from "./endpoints";
import type { NewText } from "./revise";

/** @throws AppError when it can't be read as an article */
export async function newTextOf(input: NewTextInput, bringer: Bringer, waiting: Waiting): Promise<NewText> {
  switch (input.from) {
    case "blocks": {
      const blocks = correctedBlocks(input.blocks);
      return { metadata: { ...input.metadata, ...noticesIn(blocks) }, blocks, setAside: [], source: { kind: "edit" } };
    }
    case "source": {
      const { source, content } = await bring(input.source, input.review ?? null, bringer, waiting);
      return {
        metadata: content.metadata,
        blocks: z.array(blockSchema).parse(JSON.parse(content.blocks)),
        setAside: z.array(setAsideSchema).parse(JSON.parse(content.setAside)),
        source,
      };
    }
  }
}
