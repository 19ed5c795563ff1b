/** Makes text fit for PostgreSQL, which stores neither NUL nor half a surrogate pair. Pure. */

export function storable(text: string): string {
  return text.toWellFormed().replaceAll("\0", "");
}

/** JSON of the value with every text in it made storable. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => (typeof each === "string" ? storable(each) : each));
}
