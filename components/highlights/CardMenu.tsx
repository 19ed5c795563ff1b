/** What else can be done with a highlight: copy its link, move its edges, have its note looked at, delete it. */
"use client";

import { ActionIcon, Menu } from "@mantine/core";
import { IconArrowsHorizontal, IconDots, IconFlag, IconGavel, IconLink, IconTrash } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { later } from "@/components/shell/later";
import { toastError } from "@/components/shell/toast";
import { may } from "@/lib/access/policies";
import type { RoomHighlight } from "@/lib/highlights/room-highlight";
import { deskPlace } from "@/lib/places";
import { useRoom } from "./room-context";
import type { RoomActions } from "./use-room-actions";

const FlagDialog = later(() => import("@/components/moderation/FlagDialog").then((module) => module.default));

interface Props {
  highlight: RoomHighlight;
  isAnswered: boolean;
  actions: RoomActions;
}

export function CardMenu({ highlight, isAnswered, actions }: Props) {
  const { member, writes } = useRoom();
  const { id } = highlight;
  const router = useRouter();
  const [isFlagging, setFlagging] = useState(false);
  const note = { kind: "note", id } as const;
  const moderate = () =>
    import("@/components/moderation/target-calls")
      .then(({ openAtDesk }) => openAtDesk(note))
      .then(({ workspaceId, reviewId }) => router.push(deskPlace(workspaceId, reviewId)), toastError);
  return (
    <>
      {isFlagging && <FlagDialog target={note} onClose={() => setFlagging(false)} />}
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label="More about this highlight">
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconLink size={16} />} onClick={() => actions.copyLink(id)}>
            Copy link
          </Menu.Item>
          {writes && may(member, "highlight.change", highlight) && (
            <Menu.Item leftSection={<IconArrowsHorizontal size={16} />} onClick={() => actions.adjust(id)}>
              Adjust the passage
            </Menu.Item>
          )}
          {highlight.note && (
            <Menu.Item leftSection={<IconFlag size={16} />} onClick={() => setFlagging(true)}>
              Flag the note
            </Menu.Item>
          )}
          {may(member, "moderation.work") && (highlight.note || highlight.noteCover) && (
            <Menu.Item leftSection={<IconGavel size={16} />} onClick={() => void moderate()}>
              Moderate the note
            </Menu.Item>
          )}
          {writes && may(member, "highlight.delete", highlight) && (
            <Menu.Item
              leftSection={<IconTrash size={16} />}
              color="red"
              disabled={isAnswered}
              onClick={() => actions.remove(id)}
            >
              {isAnswered ? "A rebuttal answers it, so it stays" : "Delete"}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
