/** Anchoring: naming a passage so that it can be found again. Pure; depends on nothing else here. */
export { anchor } from "./anchor";
export { fromCodePoints, toCodePoints } from "./code-points";
export { describe } from "./describe";
export { reanchor } from "./reanchor";
export type { Anchoring, Selector } from "./selector";
