/** Making an account on the way into a workspace. */
"use client";

import { Anchor, Divider, Stack, Text } from "@mantine/core";
import { schemaResolver, useForm } from "@mantine/form";
import { Problem } from "@/components/shell/Problem";
import { SubmitButton } from "@/components/shell/SubmitButton";
import { useSubmission } from "@/components/shell/useSubmission";
import { call } from "@/lib/http/call";
import { signUp, signUpSchema } from "@/lib/workspaces/endpoints";
import { AccountFields } from "./AccountFields";
import { signInByPassword } from "./auth-calls";
import { ProviderButtons, type ProviderChoice } from "./ProviderButtons";

interface Props {
  /** The invitation's. */
  token: string;
  providers: readonly ProviderChoice[];
}

export function JoinForm({ token, providers }: Props) {
  const here = `/join/${token}`;
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { token, name: "", email: "", password: "" },
    validate: schemaResolver(signUpSchema, { sync: true }),
  });
  const { submit, isRunning, problem } = useSubmission(async (body: typeof form.values) => {
    const { workspaceId } = await call(signUp, { body });
    const refused = await signInByPassword(body.email, body.password);
    window.location.assign(refused ? "/sign-in" : `/w/${workspaceId}`);
  }, form.setErrors);
  return (
    <Stack>
      {providers.length > 0 && (
        <>
          <ProviderButtons providers={providers} callbackUrl={here} />
          <Divider label="or" labelPosition="center" />
        </>
      )}
      <form onSubmit={form.onSubmit(submit)} noValidate>
        <Stack>
          <AccountFields form={form} />
          <Problem>{problem}</Problem>
          <SubmitButton loading={isRunning} fullWidth>
            Make an account and join
          </SubmitButton>
        </Stack>
      </form>
      <Text size="sm" ta="center">
        Have an account already?{" "}
        <Anchor inherit underline="always" href={`/sign-in?callbackUrl=${encodeURIComponent(here)}`}>
          Sign in
        </Anchor>
        , and you come back here.
      </Text>
    </Stack>
  );
}
