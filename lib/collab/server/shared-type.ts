/** Yjs' shared types, whatever their events. */
import type * as Y from "yjs";

export type SharedType = Parameters<typeof Y.getTypeChildren>[0];
