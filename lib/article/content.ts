/** A revision's content as it is stored and sent: checked, and already JSON where it may be large. Pure. */
import { z } from "zod";
import { canonicalText } from "./canonical-text";
import { blockSchema, type ImportResult, type Metadata, setAsideSchema } from "./schema";

/**
 * What the database takes and an answer sends. The long lists are JSON, so that the server, whose event loop everybody
 * shares, passes them on without looking through them; whoever made them has.
 */
export interface RevisionContent {
  metadata: Metadata;
  /** `Block[]` as JSON. */
  blocks: string;
  blockCount: number;
  canonicalText: string;
  /** `SetAside[]` as JSON. */
  setAside: string;
  warnings: string[];
}

/** Checks the result and writes it down. Linear in its length: for a long article, done in a worker. */
export function contentOf({ metadata, blocks, setAside, warnings }: Omit<ImportResult, "raw">): RevisionContent {
  return {
    metadata,
    blocks: JSON.stringify(z.array(blockSchema).parse(blocks)),
    blockCount: blocks.length,
    canonicalText: canonicalText(blocks),
    setAside: JSON.stringify(z.array(setAsideSchema).parse(setAside)),
    warnings,
  };
}
