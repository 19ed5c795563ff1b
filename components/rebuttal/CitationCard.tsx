/** Evidence from the article inside a rebuttal: the passage word for word, what it was marked as, and the way to it. */
"use client";

import { ActionIcon, Anchor } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import Link from "next/link";
import { LabelTag } from "@/components/highlights/LabelTag";
import classes from "./CitationCard.module.css";
import { usePassages } from "./passages";

interface Props {
  highlightId: string;
  quote: string;
  /** Selected in the editor. */
  selected?: boolean;
  /** Takes the card out of the text; absent where nobody may. */
  onRemove?: () => void;
}

export function CitationCard({ highlightId, quote, selected = false, onRemove }: Props) {
  const { all, placeOf } = usePassages();
  const passage = all.find((each) => each.highlightId === highlightId);
  return (
    <figure className={classes.card} data-selected={selected || undefined}>
      <blockquote className={classes.quote}>{quote}</blockquote>
      <figcaption className={classes.source}>
        {passage ? (
          <>
            <LabelTag label={passage.label} />
            <Anchor component={Link} href={placeOf(highlightId)} inherit>
              In the article
            </Anchor>
          </>
        ) : (
          <span>The highlight was since taken off the article</span>
        )}
        {onRemove && (
          <ActionIcon
            className={classes.remove}
            variant="subtle"
            color="gray"
            size="sm"
            onClick={onRemove}
            aria-label="Remove this citation"
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        )}
      </figcaption>
    </figure>
  );
}
