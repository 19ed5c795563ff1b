/** What else can be done with a highlight: copy its link, move its edges, delete it. */
"use client";

import { ActionIcon, Menu } from "@mantine/core";
import { IconArrowsHorizontal, IconDots, IconLink, IconTrash } from "@tabler/icons-react";
import { may } from "@/lib/access/policies";
import type { RoomHighlight } from "@/lib/highlights/room-highlight";
import { useRoom } from "./room-context";
import type { RoomActions } from "./use-room-actions";

interface Props {
  highlight: RoomHighlight;
  isAnswered: boolean;
  actions: RoomActions;
}

export function CardMenu({ highlight, isAnswered, actions }: Props) {
  const { member, writes } = useRoom();
  const { id } = highlight;
  return (
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
  );
}
