/** From what a person gives (words, a file sent before, a link) to the content of a revision: fetched, kept, imported. */
import type { Progress } from "@/lib/http/progress";
import type { RevisionContent } from "./content";
import type { GivenSource } from "./endpoints";
import { fetchLink } from "./fetch/fetch-link";
import { importInWorker } from "./import-pool";
import { type Bringer, keepSource, keptSource } from "./import-sources";
import type { Review } from "./review";
import type { Source, SourceKind } from "./schema";

/** A source as a revision keeps it: the words that were sent, or the id of the bytes that the server keeps. */
export type RawSource = { kind: SourceKind } & ({ raw: string } | { keptId: string });

interface Brought {
  source: RawSource;
  content: RevisionContent;
}

export interface Waiting {
  report: (progress: Progress) => void;
  /** Aborts when nobody waits any longer. */
  signal: AbortSignal;
}

/**
 * Imports what was given, in a worker.
 * @param review what the person changed in the preview; null takes everything as recognised
 * @throws AppError with what can't be fetched, found or read
 */
export async function bring(
  given: GivenSource,
  review: Review | null,
  bringer: Bringer,
  waiting: Waiting,
): Promise<Brought> {
  const { source, raw } = await sourceOf(given, bringer, waiting);
  const content = await importInWorker({ source: { ...source, title: given.title }, review }, waiting);
  return { source: raw, content };
}

async function sourceOf(
  given: GivenSource,
  bringer: Bringer,
  { report, signal }: Waiting,
): Promise<{ source: Source; raw: RawSource }> {
  switch (given.kind) {
    case "text":
    case "markdown":
    case "rich-text":
      return {
        source: { kind: given.kind, content: given.content },
        raw: { kind: given.kind, raw: given.content },
      };
    case "link": {
      report({ step: "fetching", done: null });
      const page = await fetchLink(given.url, { signal });
      const keptId = await keepSource(bringer, page);
      const { bytes, ...rest } = page;
      return { source: { ...rest, content: bytes }, raw: { kind: page.kind, keptId } };
    }
    case "kept": {
      const source = await keptSource(bringer, given.id);
      return { source, raw: { kind: source.kind, keptId: given.id } };
    }
  }
}
