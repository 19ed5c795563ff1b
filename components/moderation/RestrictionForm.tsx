/** The statement of reasons, written before something is hidden or removed. Whoever wrote it reads all of it. */
"use client";

import { Button, Group, Select, Stack, Title } from "@mantine/core";
import { useRef, useState } from "react";
import type { ReasonCode } from "@/lib/moderation/reasons";
import type { SavedReply } from "@/lib/moderation/saved-reply.schema";
import type { Choice, Rule } from "@/lib/moderation/schema";
import type { Opening } from "./DecisionBar";
import { draftOf, GroundsFields, useGrounds } from "./GroundsFields";
import { itemsInWords, measureVerbs, scopeOf } from "./words";

interface Props {
  opening: Opening;
  /** How many items it is about. */
  count: number;
  rules: readonly Rule[];
  replies: readonly SavedReply[];
  /** What the flags say it is; chosen at first. */
  suggested: ReasonCode;
  isBusy: boolean;
  onDecide: (choice: Choice) => void;
  onCancel: () => void;
}

export function RestrictionForm({ opening, count, rules, replies, suggested, isBusy, onDecide, onCancel }: Props) {
  const [measure, setMeasure] = useState(opening.measure);
  const [replyId, setReplyId] = useState<string | null>(null);
  const [isLooking, setLooking] = useState(false);
  const facts = useRef<HTMLTextAreaElement>(null);
  const grounds = useGrounds(rules, suggested);
  const decide = () => {
    if (grounds.given && !isBusy) onDecide({ measure, ...grounds.given });
  };
  const fillIn = (id: string | null) => {
    setReplyId(id);
    const reply = replies.find((each) => each.id === id);
    if (!reply) return;
    setMeasure(reply.measure);
    grounds.change(draftOf(reply));
    facts.current?.focus();
  };
  const verb = measureVerbs[measure];
  const title =
    count === 1 ? `${verb} it, and tell its author why` : `${verb} ${itemsInWords(count)}, and tell each author why`;
  return (
    <form
      aria-label={count === 1 ? `${verb} it` : `${verb} ${count} items`}
      onSubmit={(event) => {
        event.preventDefault();
        decide();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !isLooking) onCancel();
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          decide();
        }
      }}
    >
      <Stack gap="sm">
        <Title order={2} size="h4">
          {title}
        </Title>
        {replies.length > 0 && (
          <Select
            label="Saved reply"
            description="Fills in all of it, to be changed before you send it."
            placeholder="None; type to find one"
            searchable
            selectFirstOptionOnChange
            nothingFoundMessage="No saved reply is called that."
            autoFocus={opening.from === "reply"}
            data={replies.map(({ id, title: label }) => ({ value: id, label }))}
            value={replyId}
            onChange={fillIn}
            onDropdownOpen={() => setLooking(true)}
            onDropdownClose={() => setLooking(false)}
          />
        )}
        <GroundsFields
          rules={rules}
          grounds={grounds}
          consequence={scopeOf[measure]}
          factsRef={facts}
          autoFocus={opening.from === "blank"}
        />
        <Group>
          <Button
            type="submit"
            color="red.9"
            disabled={grounds.given === null}
            loading={isBusy}
            title="Ctrl+Enter or ⌘+Enter"
          >
            {verb}
          </Button>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
