/** Setting a new password. */
"use client";

import { Group, PasswordInput, Stack } from "@mantine/core";
import { schemaResolver, useForm } from "@mantine/form";
import { useRouter } from "next/navigation";
import { Problem } from "@/components/shell/Problem";
import { SubmitButton } from "@/components/shell/SubmitButton";
import { toastDone } from "@/components/shell/toast";
import { useSubmission } from "@/components/shell/useSubmission";
import { call } from "@/lib/http/call";
import { changePassword, changePasswordSchema } from "@/lib/people/endpoints";
import { NewPassword } from "./NewPassword";

/** `hasPassword`: whether there is a current one to ask for. `email` lets password managers know whose it is. */
export function PasswordForm({ hasPassword, email }: { hasPassword: boolean; email: string }) {
  const router = useRouter();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { current: "", next: "" },
    validate: schemaResolver(changePasswordSchema, { sync: true }),
  });
  const { submit, isRunning, problem } = useSubmission(async (body: typeof form.values) => {
    await call(changePassword, { body });
    form.reset();
    toastDone("Your password is changed, and every other device is signed out.");
    router.refresh();
  }, form.setErrors);
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack>
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        {hasPassword && (
          <PasswordInput
            label="Current password"
            autoComplete="current-password"
            key={form.key("current")}
            {...form.getInputProps("current")}
          />
        )}
        <NewPassword label="New password" key={form.key("next")} {...form.getInputProps("next")} />
        <Problem>{problem}</Problem>
        <Group>
          <SubmitButton loading={isRunning}>{hasPassword ? "Change password" : "Set a password"}</SubmitButton>
        </Group>
      </Stack>
    </form>
  );
}
