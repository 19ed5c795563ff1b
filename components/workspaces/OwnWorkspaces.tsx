/** The workspaces one belongs to, and a way to make another. */
"use client";

import { Anchor, Group, Stack, Text, TextInput } from "@mantine/core";
import { schemaResolver, useForm } from "@mantine/form";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { Problem } from "@/components/shell/Problem";
import { Row, Rows } from "@/components/shell/Rows";
import { SubmitButton } from "@/components/shell/SubmitButton";
import { useSubmission } from "@/components/shell/useSubmission";
import type { Role } from "@/lib/access/policies";
import { call } from "@/lib/http/call";
import { createWorkspace, namedSchema } from "@/lib/workspaces/endpoints";
import { roleWords } from "./role-words";

interface Props {
  workspaces: readonly { id: string; name: string; role: Role }[];
}

export function OwnWorkspaces({ workspaces }: Props) {
  const router = useRouter();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { name: "" },
    validate: schemaResolver(namedSchema, { sync: true }),
  });
  const { submit, isRunning, problem } = useSubmission(async (body: typeof form.values) => {
    const { id } = await call(createWorkspace, { body });
    router.push(`/w/${id}`);
  }, form.setErrors);
  return (
    <Stack>
      {workspaces.length > 0 ? (
        <Rows label="Your workspaces">
          {workspaces.map(({ id, name, role }) => (
            <Row
              key={id}
              title={
                <Anchor component={Link} href={`/w/${id}`}>
                  {name}
                </Anchor>
              }
              detail={`You are ${roleWords[role].one}.`}
            />
          ))}
        </Rows>
      ) : (
        <Text size="sm" c="dimmed">
          You are in no workspace yet. Make one, or ask somebody for an invitation link to theirs.
        </Text>
      )}
      <form onSubmit={form.onSubmit(submit)} noValidate>
        <Group align="flex-end" gap="xs">
          <TextInput
            flex="1 1 12rem"
            label="A name for a new workspace"
            autoComplete="off"
            key={form.key("name")}
            {...form.getInputProps("name")}
          />
          <SubmitButton variant="default" loading={isRunning}>
            Make a workspace
          </SubmitButton>
        </Group>
      </form>
      <Problem>{problem}</Problem>
    </Stack>
  );
}
