/** Says what happened when a change was refused or the room was closed, keeps what was written, and offers a way on. */
"use client";

import { useSignal } from "@/components/live/useSignal";
import { later } from "@/components/shell/later";
import { useRoom } from "./room-context";

const TroubleNotice = later(() => import("./TroubleNotice").then((module) => module.TroubleNotice));

const connecting = { state: "connecting" } as const;

export function Trouble({ onRejoin }: { onRejoin(): void }) {
  const { live } = useRoom();
  const status = useSignal(live?.handle.status ?? null, connecting);
  if (status.state !== "refused" && status.state !== "ended") return null;
  return <TroubleNotice kind={status.state} message={status.message} text={status.text} onRejoin={onRejoin} />;
}
