/** What a text says, however it is dressed up: two texts with the same gist are the same words. Pure. */
import { isLetterLike, unitsOf } from "./letters";
import { coarseOf } from "./looks";

/** The text's letters in a row, without case, marks, spaces and signs, look-alikes being one; empty for a text without letters. */
export function gistOf(text: string): string {
  return unitsOf(text)
    .filter(({ plain }) => isLetterLike(plain))
    .map(({ plain }) => coarseOf(plain))
    .join("");
}
