/** The room's part of the workspace's header: whether one's changes are saved, who is here, undo and redo. */
"use client";

import { ActionIcon } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp, IconKeyboard } from "@tabler/icons-react";
import { memo, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { SaveStatus } from "@/components/live/SaveStatus";
import { useSignal } from "@/components/live/useSignal";
import type { Participant } from "@/lib/highlights/presence";
import type { RoomPerson } from "@/lib/highlights/room-highlight";
import classes from "./HeaderPlace.module.css";
import { PeopleHere } from "./PeopleHere";
import { useRoom } from "./room-context";
import type { RoomCommand } from "./room-keys";

interface Props {
  participants: readonly Participant[];
  followed: RoomPerson | null;
  onFollow(userId: string | null): void;
  onRun(command: RoomCommand): void;
}

const nothing = { canUndo: false, canRedo: false };
const connecting = { state: "connecting" } as const;

export const HeaderPlace = memo(function HeaderPlace({ participants, followed, onFollow, onRun }: Props) {
  const { live, writes } = useRoom();
  const status = useSignal(live?.handle.status ?? null, connecting);
  const history = useSignal(live?.history ?? null, nothing);
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useEffect(() => setPlace(document.getElementById("header-place")), []);
  if (!place) return null;
  return createPortal(
    <>
      <SaveStatus status={status} writes={writes} />
      <span className={classes.history}>
        {writes && (
          <>
            <ActionIcon
              variant="subtle"
              color="gray"
              className={classes.step}
              aria-label="Undo"
              disabled={!history.canUndo}
              onClick={() => onRun("undo")}
            >
              <IconArrowBackUp size={18} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              className={classes.step}
              aria-label="Redo"
              disabled={!history.canRedo}
              onClick={() => onRun("redo")}
            >
              <IconArrowForwardUp size={18} />
            </ActionIcon>
          </>
        )}
        <ActionIcon variant="subtle" color="gray" aria-label="Keys" title="Keys (?)" onClick={() => onRun("help")}>
          <IconKeyboard size={18} />
        </ActionIcon>
      </span>
      <PeopleHere participants={participants} followed={followed} onFollow={onFollow} />
    </>,
    place,
  );
});
