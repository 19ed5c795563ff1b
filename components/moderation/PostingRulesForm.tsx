/** What the workspace asks of newcomers and of edits, each in a sentence that can be changed. */
"use client";

import { Checkbox, Group, NumberInput, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { Problem } from "@/components/shell/Problem";
import { SubmitButton } from "@/components/shell/SubmitButton";
import { toastDone } from "@/components/shell/toast";
import { useSubmission } from "@/components/shell/useSubmission";
import { call } from "@/lib/http/call";
import { changePostingRules } from "@/lib/moderation/guard/endpoints";
import type { PostingRules } from "@/lib/moderation/guard/schema";
import classes from "./PostingRulesForm.module.css";

export function PostingRulesForm({ workspaceId, rules }: { workspaceId: string; rules: PostingRules }) {
  const form = useForm({
    initialValues: {
      heldPosts: rules.heldPosts as number | string,
      newcomerHours: rules.newcomerHours as number | string,
      limitsLinks: rules.newcomerLinks !== null,
      newcomerLinks: (rules.newcomerLinks ?? 2) as number | string,
      rechecksEdits: rules.rechecksEdits,
    },
  });
  const { limitsLinks } = form.values;
  const { submit, isRunning, problem } = useSubmission(async (values: typeof form.values) => {
    const body = {
      heldPosts: Number(values.heldPosts),
      newcomerHours: Number(values.newcomerHours),
      newcomerLinks: values.limitsLinks ? Number(values.newcomerLinks) : null,
      rechecksEdits: values.rechecksEdits,
    };
    await call(changePostingRules, { params: { workspaceId }, body });
    toastDone("This holds for every comment from now on.");
  }, form.setErrors);
  const number = {
    classNames: { wrapper: classes.number },
    allowDecimal: false,
    allowNegative: false,
    clampBehavior: "strict",
    min: 0,
  } as const;
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack>
        <NumberInput
          {...number}
          label="First comments that wait"
          description="A member’s first comments are seen by others after a moderator has looked, until this many are. 0: none waits."
          max={100}
          {...form.getInputProps("heldPosts")}
        />
        <Checkbox
          label="Newcomers’ links are limited"
          description="A comment with more is refused, with a message that says so. Its text is kept."
          {...form.getInputProps("limitsLinks", { type: "checkbox" })}
        />
        {limitsLinks && (
          <Group align="flex-start">
            <NumberInput {...number} label="Links in a comment" max={100} {...form.getInputProps("newcomerLinks")} />
            <NumberInput {...number} label="Hours from sign-up" max={8760} {...form.getInputProps("newcomerHours")} />
          </Group>
        )}
        <Checkbox
          label="Edits are looked at again"
          description="A comment that a moderator found all right comes back to the queue when its author edits it. Everybody reads it meanwhile."
          {...form.getInputProps("rechecksEdits", { type: "checkbox" })}
        />
        <Group>
          <SubmitButton loading={isRunning}>Save</SubmitButton>
        </Group>
        <Problem>{problem}</Problem>
      </Stack>
    </form>
  );
}
