/** A changed text that knows where each piece of it comes from: the mutation's own offset map. */

/** A piece of the new text: kept from the old one, or new, perhaps in the place of something. Offsets count code units. */
export type Piece =
  | { kind: "kept"; from: number; to: number }
  | { kind: "new"; text: string; replaces: { from: number; to: number } | null };

/** A piece, and where it lies in the new text. */
export type Placed = Piece & { start: number; end: number };

export interface Revision {
  before: string;
  after: string;
  pieces: Placed[];
}

/** Writes the new text piece by piece. */
export function reviseBy(before: string, pieces: readonly Piece[]): Revision {
  let after = "";
  const parts: string[] = [];
  const placed: Placed[] = [];
  let at = 0;
  for (const piece of pieces) {
    const text = piece.kind === "kept" ? before.slice(piece.from, piece.to) : piece.text;
    if (piece.kind === "kept" && text === "") continue;
    parts.push(text);
    placed.push({ ...piece, start: at, end: at + text.length });
    at += text.length;
  }
  after = parts.join("");
  return { before, after, pieces: placed };
}

/** A change at one place; with `from` equal to `to` an insertion, without text a deletion. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** The pieces that edits leave; edits that begin inside an earlier one are left out. */
export function piecesOf(before: string, edits: readonly Edit[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to, text } of edits.toSorted((left, right) => left.from - right.from)) {
    if (from < at) continue;
    pieces.push({ kind: "kept", from: at, to: from });
    pieces.push({ kind: "new", text, replaces: to > from ? { from, to } : null });
    at = to;
  }
  pieces.push({ kind: "kept", from: at, to: before.length });
  return pieces;
}
