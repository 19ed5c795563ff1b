/** Converts between UTF-16 code units, which every offset here counts, and code points, which W3C's selectors count. */

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

function isPairAt(text: string, offset: number): boolean {
  return isHighSurrogate(text.charCodeAt(offset)) && isLowSurrogate(text.charCodeAt(offset + 1));
}

/**
 * How many code points of `text` start before `offset` (code units). Inside a surrogate pair the pair counts, so the
 * range snaps outward at its end. A lone surrogate is a code point of its own, as in String.prototype.codePointAt.
 *
 * @throws RangeError when the offset is not inside the text.
 */
export function toCodePoints(text: string, offset: number): number {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) {
    throw new RangeError(`No offset ${offset} in a text of ${text.length} code units.`);
  }
  let count = 0;
  for (let unit = 0; unit < offset; count++) unit += isPairAt(text, unit) ? 2 : 1;
  return count;
}

/**
 * The code-unit offset at which the code point number `codePoints` (from 0) of `text` starts.
 *
 * @throws RangeError when the text has fewer code points.
 */
export function fromCodePoints(text: string, codePoints: number): number {
  let unit = 0;
  for (let count = 0; count < codePoints && unit < text.length; count++) unit += isPairAt(text, unit) ? 2 : 1;
  if (
    !Number.isInteger(codePoints) ||
    codePoints < 0 ||
    (unit === text.length && toCodePoints(text, unit) < codePoints)
  ) {
    throw new RangeError(`The text has fewer than ${codePoints} code points.`);
  }
  return unit;
}
