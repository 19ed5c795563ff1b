/** A workspace's invitation links: make one, which is shown once, and revoke. */
"use client";

import { Group, NumberInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmButton } from "@/components/shell/ConfirmButton";
import { CopyField } from "@/components/shell/CopyField";
import { Problem } from "@/components/shell/Problem";
import { Row, Rows } from "@/components/shell/Rows";
import { SubmitButton } from "@/components/shell/SubmitButton";
import { toastDone } from "@/components/shell/toast";
import { useSubmission } from "@/components/shell/useSubmission";
import { type Member, may, type Role, roles } from "@/lib/access/policies";
import { momentInWords } from "@/lib/dates";
import { call } from "@/lib/http/call";
import { createInvitation, type ListedInvitation, revokeInvitation } from "@/lib/workspaces/endpoints";
import { RoleSelect } from "./RoleSelect";
import { roleWords } from "./role-words";

interface Props {
  workspaceId: string;
  invitations: readonly ListedInvitation[];
  /** Who looks at the list. */
  reader: Member;
}

export function Invitations({ workspaceId, invitations, reader }: Props) {
  const router = useRouter();
  const [made, setMade] = useState<(ListedInvitation & { url: string }) | null>(null);
  const form = useForm({
    initialValues: { role: "annotator" as Role, note: "", maxUses: 1 as string | number, days: 7 as string | number },
  });
  const { submit, isRunning, problem } = useSubmission(async (values: typeof form.values) => {
    const body = { ...values, maxUses: Number(values.maxUses), days: Number(values.days) };
    setMade(await call(createInvitation, { params: { workspaceId }, body }));
    form.reset();
    router.refresh();
  }, form.setErrors);
  const revoke = async (invitationId: string) => {
    await call(revokeInvitation, { params: { workspaceId, invitationId } });
    if (made?.id === invitationId) setMade(null);
    toastDone("The link no longer works.");
    router.refresh();
  };
  return (
    <Stack>
      {invitations.length > 0 && (
        <Rows label="Open invitations">
          {invitations.map((invitation) => (
            <Row
              key={invitation.id}
              title={invitation.note || `For ${roleWords[invitation.role].one}`}
              detail={inWords(invitation)}
            >
              <ConfirmButton
                question="Take this invitation back?"
                consequence="Its link stops working. Who came in by it stays."
                confirm="Take back"
                label={`Take back: ${invitation.note || roleWords[invitation.role].name}`}
                onConfirm={() => revoke(invitation.id)}
              >
                Take back
              </ConfirmButton>
            </Row>
          ))}
        </Rows>
      )}
      {made && (
        <CopyField
          label={`The link for ${made.note || roleWords[made.role].one}`}
          description="Send it now. It is not kept, so nobody can show it to you again."
          value={made.url}
        />
      )}
      <form onSubmit={form.onSubmit(submit)} noValidate>
        <Stack gap="sm">
          <Group align="flex-start" gap="sm">
            <RoleSelect
              flex="1 1 9rem"
              label="Role"
              roles={roles.filter((role) => may(reader, "invitation.create", { role }))}
              value={form.values.role}
              onChange={(role) => form.setFieldValue("role", role)}
            />
            <NumberInput
              flex="1 1 6rem"
              label="People"
              min={1}
              max={500}
              allowDecimal={false}
              {...form.getInputProps("maxUses")}
            />
            <NumberInput
              flex="1 1 6rem"
              label="Days it works"
              min={1}
              max={90}
              allowDecimal={false}
              {...form.getInputProps("days")}
            />
          </Group>
          <TextInput
            label="For whom?"
            description="A note for you and the other moderators."
            autoComplete="off"
            {...form.getInputProps("note")}
          />
          <Group>
            <SubmitButton loading={isRunning}>Make a link</SubmitButton>
          </Group>
        </Stack>
      </form>
      <Problem>{problem}</Problem>
    </Stack>
  );
}

function inWords({ role, note, uses, maxUses, expiresAt, invitedBy }: ListedInvitation): string {
  const parts = [
    note ? `for ${roleWords[role].one}` : null,
    maxUses === 1 ? "for one person" : `${uses} of ${maxUses} came`,
    `until ${momentInWords(Date.parse(expiresAt))}`,
    invitedBy && `by ${invitedBy}`,
  ];
  return parts.filter(Boolean).join(" · ");
}
