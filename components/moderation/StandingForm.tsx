/** Restricting a member, with reasons, or setting them free. */
"use client";

import { Button, Fieldset, Group, NativeSelect, Stack, Text } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Problem } from "@/components/shell/Problem";
import { toastDone } from "@/components/shell/toast";
import { useIsAlive } from "@/components/shell/useIsAlive";
import { useSubmission } from "@/components/shell/useSubmission";
import { call } from "@/lib/http/call";
import { restrictMember } from "@/lib/moderation/endpoints";
import type { MemberChoice, MemberRecord, Rule } from "@/lib/moderation/schema";
import { GroundsFields, useGrounds } from "./GroundsFields";
import { measureDone, scopeOf } from "./words";

type Restrictive = Exclude<MemberChoice["measure"], "reinstate">;

const measureNames: Record<Restrictive, string> = {
  premoderate: "Pre-moderate",
  silence: "Silence",
  suspend: "Suspend",
  ban: "Ban",
};
const terms = [
  { value: "1", label: "one hour" },
  { value: "24", label: "one day" },
  { value: "168", label: "one week" },
  { value: "720", label: "thirty days" },
  { value: "2160", label: "ninety days" },
];

interface Props {
  workspaceId: string;
  member: MemberRecord["member"];
  standing: MemberRecord["standing"];
  rules: readonly Rule[];
}

export function StandingForm({ workspaceId, member, standing, rules }: Props) {
  const router = useRouter();
  const isAlive = useIsAlive();
  const [measure, setMeasure] = useState<Restrictive>("premoderate");
  const [hours, setHours] = useState("24");
  const grounds = useGrounds(rules, "other");
  const { submit, isRunning, problem } = useSubmission(async (choice: MemberChoice) => {
    await call(restrictMember, { params: { workspaceId, userId: member.id }, body: choice });
    toastDone(`${member.name} was ${measureDone[choice.measure]}, and is told.`);
    grounds.change({ facts: "" });
    router.refresh();
  });
  const restrict = () => {
    if (!grounds.given) return;
    const runsOut = measure === "silence" || measure === "suspend";
    submit(runsOut ? { measure, hours: Number(hours), ...grounds.given } : { measure, ...grounds.given });
  };
  const isBanned = standing.state === "banned";
  return (
    <Stack>
      {standing.state !== "active" && (
        <Group>
          <Button variant="default" loading={isRunning} onClick={() => submit({ measure: "reinstate" })}>
            Set {member.name} free
          </Button>
        </Group>
      )}
      {isBanned ? (
        <Text size="sm">Whoever is banned can only be set free.</Text>
      ) : (
        <form
          aria-label={`Restrict ${member.name}`}
          onSubmit={(event) => {
            event.preventDefault();
            restrict();
          }}
        >
          <Fieldset variant="unstyled" disabled={!isAlive}>
            <Stack gap="sm">
              <Group grow align="flex-start">
                <NativeSelect
                  label="Measure"
                  value={measure}
                  onChange={({ currentTarget }) => setMeasure(currentTarget.value as Restrictive)}
                  data={Object.entries(measureNames).map(([value, label]) => ({ value, label }))}
                />
                {(measure === "silence" || measure === "suspend") && (
                  <NativeSelect
                    label="For"
                    value={hours}
                    onChange={({ currentTarget }) => setHours(currentTarget.value)}
                    data={terms}
                  />
                )}
              </Group>
              <GroundsFields rules={rules} grounds={grounds} consequence={scopeOf[measure]} />
              <Group>
                <Button type="submit" color="red.9" disabled={grounds.given === null} loading={isRunning}>
                  {measureNames[measure]} {member.name}
                </Button>
              </Group>
            </Stack>
          </Fieldset>
        </form>
      )}
      <Problem>{problem}</Problem>
    </Stack>
  );
}
