/** What every restriction states: its reason, the rule or law, the facts. */
"use client";

import { Group, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { type Ref, useState } from "react";
import { maxFacts, type ReasonCode, reasonCodes } from "@/lib/moderation/reasons";
import type { SavedReply } from "@/lib/moderation/saved-reply.schema";
import type { GivenGrounds, Rule } from "@/lib/moderation/schema";
import { reasonNames } from "./words";

const byLaw = "law";

interface Draft {
  reason: ReasonCode;
  /** A rule's id, or `law`. */
  ground: string;
  law: string;
  facts: string;
}

/** What a saved reply fills in. A ground that it doesn't name stays as it was chosen. */
export function draftOf({ reason, ground, facts }: SavedReply): Partial<Draft> {
  if (ground === null) return { reason, facts };
  return ground.kind === "law"
    ? { reason, facts, ground: byLaw, law: ground.law }
    : { reason, facts, ground: ground.ruleId };
}

/**
 * The grounds as they are being written. `given` is null until they are complete.
 * @param begun what stands there at first
 */
export function useGrounds(rules: readonly Rule[], suggested: ReasonCode, begun: Partial<Draft> = {}) {
  const [draft, setDraft] = useState<Draft>({
    reason: suggested,
    ground: rules[0]?.id ?? byLaw,
    law: "",
    facts: "",
    ...begun,
  });
  const { reason, ground, law, facts } = draft;
  const isComplete = facts.trim() !== "" && (ground !== byLaw || law.trim() !== "");
  const given: GivenGrounds | null = isComplete
    ? { reason, facts, ground: ground === byLaw ? { kind: "law", law } : { kind: "rule", ruleId: ground } }
    : null;
  return { draft, given, change: (part: Partial<Draft>) => setDraft({ ...draft, ...part }) };
}

interface Props {
  rules: readonly Rule[];
  grounds: ReturnType<typeof useGrounds>;
  /** What the restriction will mean. */
  consequence: string;
  /** Whether the facts take the focus when they appear. */
  autoFocus?: boolean;
  factsRef?: Ref<HTMLTextAreaElement>;
}

export function GroundsFields({ rules, grounds: { draft, change }, consequence, autoFocus, factsRef }: Props) {
  return (
    <>
      <Group grow align="flex-start">
        <NativeSelect
          label="Reason"
          value={draft.reason}
          onChange={({ currentTarget }) => change({ reason: currentTarget.value as ReasonCode })}
          data={reasonCodes.map((code) => ({ value: code, label: reasonNames[code] }))}
        />
        <NativeSelect
          label="Ground"
          value={draft.ground}
          onChange={({ currentTarget }) => change({ ground: currentTarget.value })}
          data={[
            ...rules.map(({ id, number, title }) => ({ value: id, label: `Rule ${number}: ${title}` })),
            { value: byLaw, label: "A law" },
          ]}
        />
      </Group>
      {draft.ground === byLaw && (
        <TextInput
          label="Which law?"
          description={rules.length === 0 ? "This workspace has no rules yet, so only a law can be the ground." : null}
          value={draft.law}
          maxLength={300}
          onChange={({ currentTarget }) => change({ law: currentTarget.value })}
        />
      )}
      <Textarea
        ref={factsRef}
        label="The facts"
        description={`What breaks the rule, in your words to whom it concerns. ${consequence}`}
        autosize
        minRows={3}
        maxLength={maxFacts}
        autoFocus={autoFocus}
        value={draft.facts}
        onChange={({ currentTarget }) => change({ facts: currentTarget.value })}
      />
    </>
  );
}
