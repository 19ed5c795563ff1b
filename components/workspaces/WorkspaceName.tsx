/** Renaming a workspace. */
"use client";

import { Group, TextInput } from "@mantine/core";
import { schemaResolver, useForm } from "@mantine/form";
import { useRouter } from "next/navigation";
import { Problem } from "@/components/shell/Problem";
import { SubmitButton } from "@/components/shell/SubmitButton";
import { toastDone } from "@/components/shell/toast";
import { useSubmission } from "@/components/shell/useSubmission";
import { call } from "@/lib/http/call";
import { namedSchema, renameWorkspace } from "@/lib/workspaces/endpoints";

export function WorkspaceName({ workspace }: { workspace: { id: string; name: string } }) {
  const router = useRouter();
  const form = useForm({
    initialValues: { name: workspace.name },
    validate: schemaResolver(namedSchema, { sync: true }),
  });
  const { submit, isRunning, problem } = useSubmission(async (body: typeof form.values) => {
    await call(renameWorkspace, { params: { workspaceId: workspace.id }, body });
    form.resetDirty();
    toastDone("The workspace has its new name.");
    router.refresh();
  }, form.setErrors);
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Group align="flex-end" gap="xs">
        <TextInput flex="1 1 12rem" label="Name" autoComplete="off" {...form.getInputProps("name")} />
        <SubmitButton variant="default" loading={isRunning} disabled={!form.isDirty()}>
          Rename
        </SubmitButton>
      </Group>
      <Problem>{problem}</Problem>
    </form>
  );
}
