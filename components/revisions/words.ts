/** What people read about revisions and what became of highlights. */
import type { AnchorState } from "@/lib/highlights/anchor-state";
import type { StateCounts } from "@/lib/revisions/schema";

/** Where a revision came from. */
export function sourceInWords(source: string, basedOn: number | null): string {
  if (source === "edit") return `Corrected from revision ${basedOn}`;
  return basedOn === null ? "Imported" : "Imported as a new version";
}

export const stateNames: Record<AnchorState, string> = {
  anchored: "In place",
  moved: "Moved",
  ambiguous: "In doubt",
  orphaned: "Without its words",
};

/** What each state means, for somebody who meets it first. */
export const stateExplained: Record<AnchorState, string> = {
  anchored: "They stand on the words they stood on.",
  moved: "Their words or the words around them changed. Look whether they still say what was meant.",
  ambiguous: "More than one place may be meant, or none is surely it. Choose one, or select another passage.",
  orphaned:
    "Their words are gone. They are kept with their notes and discussions; give them a new place or leave them.",
};

/** `12 highlights in place, 1 moved` */
export function countsInWords({ anchored, moved, ambiguous, orphaned }: StateCounts): string {
  const parts = [
    anchored > 0 && `${anchored} in place`,
    moved > 0 && `${moved} moved`,
    ambiguous > 0 && `${ambiguous} in doubt`,
    orphaned > 0 && `${orphaned} without ${orphaned === 1 ? "its" : "their"} words`,
  ].filter(Boolean);
  return parts.length > 0 ? `Highlights: ${parts.join(", ")}` : "No highlights yet";
}
