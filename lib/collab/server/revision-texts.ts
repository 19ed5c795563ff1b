/** The texts of an article's revisions, each read when somebody first names it (database). */
import { db } from "@/lib/db/client";

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

export class RevisionTexts {
  readonly #articleId: string;
  /** The first revision's id: what highlights count in that don't say. */
  readonly firstId: string;
  readonly #texts = new Map<string, string>();

  private constructor(articleId: string, firstId: string) {
    this.#articleId = articleId;
    this.firstId = firstId;
  }

  /** @returns null when the article has no revision */
  static async of(articleId: string): Promise<RevisionTexts | null> {
    const first = await db().revision.findFirst({
      where: { articleId },
      orderBy: { number: "asc" },
      select: { id: true, canonicalText: true },
    });
    if (!first) return null;
    const texts = new RevisionTexts(articleId, first.id);
    texts.#texts.set(first.id, first.canonicalText);
    return texts;
  }

  /** The revision's text (null: the first's); undefined when it wasn't read, or is none of the article's. */
  readonly textOf = (revisionId: string | null): string | undefined => this.#texts.get(revisionId ?? this.firstId);

  /** Those of the values that may name a revision which wasn't read yet. */
  unread(values: Iterable<string>): string[] {
    return [...values].filter((value) => uuid.test(value) && !this.#texts.has(value));
  }

  async read(ids: readonly string[]): Promise<void> {
    const found = await db().revision.findMany({
      where: { articleId: this.#articleId, id: { in: [...ids] } },
      select: { id: true, canonicalText: true },
    });
    for (const { id, canonicalText } of found) this.#texts.set(id, canonicalText);
  }
}
