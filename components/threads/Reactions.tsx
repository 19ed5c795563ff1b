/** Wordless answers to a comment: those that were given, and the others when one wants to add one. */
"use client";

import { UnstyledButton } from "@mantine/core";
import { IconBulb, IconHeart, IconQuestionMark, IconThumbUp } from "@tabler/icons-react";
import { type ReactionKind, reactionKinds, type ShownComment } from "@/lib/threads/schema";
import classes from "./Reactions.module.css";

const looks: Record<ReactionKind, { name: string; Icon: typeof IconHeart }> = {
  agree: { name: "Agree", Icon: IconThumbUp },
  doubt: { name: "Doubt", Icon: IconQuestionMark },
  insight: { name: "Good point", Icon: IconBulb },
  thanks: { name: "Thanks", Icon: IconHeart },
};

interface Props {
  reactions: ShownComment["reactions"];
  /** Whether those that nobody gave are offered too. */
  offersAll: boolean;
  /** Missing when the reader may not react. */
  onReact: ((kind: ReactionKind, isSet: boolean) => void) | undefined;
}

export function Reactions({ reactions, offersAll, onReact }: Props) {
  const given = new Map(reactions.map((reaction) => [reaction.kind, reaction]));
  const shown = reactionKinds.filter((kind) => offersAll || given.has(kind));
  if (shown.length === 0) return null;
  return (
    <ul className={classes.reactions} aria-label="Reactions">
      {shown.map((kind) => {
        const { name, Icon } = looks[kind];
        const { count = 0, mine = false } = given.get(kind) ?? {};
        return (
          <li key={kind}>
            <UnstyledButton
              className={classes.reaction}
              aria-pressed={mine}
              aria-label={count > 0 ? `${name}, ${count}` : name}
              disabled={!onReact}
              onClick={() => onReact?.(kind, !mine)}
            >
              <Icon size={14} stroke={1.75} aria-hidden />
              <span>{count > 0 ? count : name}</span>
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}
