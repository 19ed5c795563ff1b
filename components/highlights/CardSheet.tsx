/** On a small screen: the cards in a sheet at the bottom edge, and the outline in a drawer. */
"use client";

import { ActionIcon, Button, Drawer } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconList, IconX } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import classes from "./CardSheet.module.css";
import { FilterMenu } from "./FilterMenu";
import { HighlightCard } from "./HighlightCard";
import { type Panel, useHighlightList, useRoom } from "./room-context";
import type { RoomActions } from "./use-room-actions";

interface Props {
  panel: Panel | null;
  actions: RoomActions;
  /** While the selection's toolbar needs the place. */
  isHidden: boolean;
  /** The outline. */
  children: ReactNode;
}

export function CardSheet({ panel, actions, isHidden, children }: Props) {
  const { store } = useRoom();
  const { shown, active, facts } = useHighlightList(store);
  const [isOutlineOpen, setOutlineOpen] = useState(false);
  const highlight = shown.find(({ id }) => id === active);
  if (isHidden) return null;
  return (
    <>
      <section className={classes.sheet} aria-label="Highlights" data-open={highlight !== undefined || undefined}>
        <div className={classes.bar}>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<IconList size={16} />}
            onClick={() => setOutlineOpen(true)}
          >
            Outline
          </Button>
          <FilterMenu />
          <span className={classes.steps}>
            <ActionIcon variant="subtle" color="gray" aria-label="Previous highlight" onClick={() => actions.step(-1)}>
              <IconChevronLeft size={18} />
            </ActionIcon>
            <ActionIcon variant="subtle" color="gray" aria-label="Next highlight" onClick={() => actions.step(1)}>
              <IconChevronRight size={18} />
            </ActionIcon>
            {highlight && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label="Close the highlight"
                onClick={() => actions.activate(null)}
              >
                <IconX size={18} />
              </ActionIcon>
            )}
          </span>
        </div>
        {highlight && (
          <div className={classes.card}>
            <HighlightCard
              highlight={highlight}
              isActive
              isAnswered={facts.answered.has(highlight.id)}
              comments={facts.comments.get(highlight.id) ?? 0}
              panel={panel}
              actions={actions}
              quotes
            />
          </div>
        )}
      </section>
      <Drawer lockScroll={false} opened={isOutlineOpen} onClose={() => setOutlineOpen(false)} title="Outline" size="xs">
        {/* A chosen heading closes the drawer; the link itself leads there. */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link's click comes from the keyboard too */}
        <div onClick={(event) => (event.target as Element).closest("a") && setOutlineOpen(false)}>{children}</div>
      </Drawer>
    </>
  );
}
