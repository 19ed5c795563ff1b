/** Stands in for Node's Buffer in browsers (next.config.js): lib0 names it in a branch that they never take. */
export const Buffer = undefined;
