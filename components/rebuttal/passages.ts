/** The article's passages as a rebuttal's parts know them: what can be answered and quoted, and where each one is. */
"use client";

import { createContext, useContext } from "react";
import type { Passage } from "@/lib/rebuttal/endpoints";

interface Passages {
  /** The highlights that stand on the article, in its order. */
  all: readonly Passage[];
  /** The address of the room, open at the highlight. */
  placeOf: (highlightId: string) => string;
}

const PassagesContext = createContext<Passages>({ all: [], placeOf: () => "#" });

export const PassagesProvider = PassagesContext.Provider;

export const usePassages = (): Passages => useContext(PassagesContext);
