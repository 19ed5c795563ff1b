/** Anchoring: naming a passage so that it can be found again. Pure; depends on nothing else here. */
export { anchor } from "./anchor";
export { fromCodePoints, toCodePoints } from "./code-points";
export { describe } from "./describe";
export type { Selector } from "./selector";
