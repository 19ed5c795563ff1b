/** The first owner's form: their account and their workspace. */
"use client";

import { Stack, TextInput } from "@mantine/core";
import { schemaResolver, useForm } from "@mantine/form";
import { Problem } from "@/components/shell/Problem";
import { SubmitButton } from "@/components/shell/SubmitButton";
import { useSubmission } from "@/components/shell/useSubmission";
import { call } from "@/lib/http/call";
import { welcomeFirstOwner, welcomeSchema } from "@/lib/people/endpoints";
import { AccountFields } from "./AccountFields";
import { signInByPassword } from "./auth-calls";

/** `asksForCode`: others than this machine can reach the server, so the person must show that it is theirs. */
export function WelcomeForm({ asksForCode }: { asksForCode: boolean }) {
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { name: "", email: "", password: "", workspaceName: "", setupCode: "" },
    validate: schemaResolver(welcomeSchema, { sync: true }),
  });
  const { submit, isRunning, problem } = useSubmission(async (body: typeof form.values) => {
    const { workspaceId } = await call(welcomeFirstOwner, { body });
    const refused = await signInByPassword(body.email, body.password);
    window.location.assign(refused ? "/sign-in" : `/w/${workspaceId}`);
  }, form.setErrors);
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack>
        {asksForCode && (
          <TextInput
            label="Setup code"
            description="The server printed it when it started, in the terminal or its log."
            autoComplete="off"
            required
            withAsterisk={false}
            key={form.key("setupCode")}
            {...form.getInputProps("setupCode")}
          />
        )}
        <AccountFields form={form} />
        <TextInput
          label="Your workspace"
          description="What your team calls itself. You can rename it later."
          autoComplete="organization"
          required
          withAsterisk={false}
          key={form.key("workspaceName")}
          {...form.getInputProps("workspaceName")}
        />
        <Problem>{problem}</Problem>
        <SubmitButton loading={isRunning} fullWidth>
          Start
        </SubmitButton>
      </Stack>
    </form>
  );
}
