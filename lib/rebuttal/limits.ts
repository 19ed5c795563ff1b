/** How long things may be. Apart from the schema, so that a page can know them without loading an editor. */

/** Longest title of a rebuttal, in UTF-16 code units. A title is one line. */
export const maxTitleLength = 200;
