/** The handles at the active passage's edges, for those who may move them. */
"use client";

import { later } from "@/components/shell/later";
import { may } from "@/lib/access/policies";
import { useHighlightList, useRoom } from "./room-context";
import type { RoomActions } from "./use-room-actions";

const PassageHandles = later(() => import("./PassageHandles").then((module) => module.PassageHandles));

export function ActiveHandles({ actions }: { actions: RoomActions }) {
  const { store, member, writes } = useRoom();
  const { active, shown } = useHighlightList(store);
  if (!writes || active === null) return null;
  const highlight = shown.find(({ id }) => id === active);
  if (!highlight || !may(member, "highlight.change", highlight)) return null;
  return <PassageHandles highlight={highlight} onMove={(passage) => actions.move(active, passage)} />;
}
