/** Signing in: by provider, with a password, or by a link sent to one's mail. */
"use client";

import { Button, Divider, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Problem } from "@/components/shell/Problem";
import { SubmitButton } from "@/components/shell/SubmitButton";
import { useSubmission } from "@/components/shell/useSubmission";
import { AppError } from "@/lib/errors";
import { requestLink, signInByPassword } from "./auth-calls";
import { ProviderButtons, type ProviderChoice } from "./ProviderButtons";
import { signInWords } from "./sign-in-words";

interface Props {
  /** A path on our site. */
  callbackUrl: string;
  providers: readonly ProviderChoice[];
  canMailLinks: boolean;
  /** Why the last attempt, which led away from this page, failed. */
  error: string | null;
}

export function SignInForm({ callbackUrl, providers, canMailLinks, error }: Props) {
  const router = useRouter();
  const [byLink, setByLink] = useState(false);
  const form = useForm({ mode: "uncontrolled", initialValues: { email: "", password: "" } });
  const { submit, isRunning, problem } = useSubmission(async ({ email, password }: typeof form.values) => {
    const refused = byLink ? await requestLink(email, callbackUrl) : await signInByPassword(email, password);
    if (refused) throw new AppError("wrong-credentials", signInWords(refused));
    if (byLink) router.push("/sign-in/mail-sent");
    // A whole load, so that nothing rendered for a stranger is shown to the person.
    else window.location.assign(callbackUrl);
  });
  return (
    <Stack>
      {providers.length > 0 && (
        <>
          <ProviderButtons providers={providers} callbackUrl={callbackUrl} />
          <Divider label="or" labelPosition="center" />
        </>
      )}
      <form onSubmit={form.onSubmit(submit)} noValidate>
        <Stack>
          <TextInput
            label="Mail address"
            type="email"
            name="email"
            autoComplete="username"
            required
            withAsterisk={false}
            key={form.key("email")}
            {...form.getInputProps("email")}
          />
          {!byLink && (
            <PasswordInput
              label="Password"
              name="password"
              autoComplete="current-password"
              required
              withAsterisk={false}
              key={form.key("password")}
              {...form.getInputProps("password")}
            />
          )}
          <Problem>{problem ?? (error && !isRunning ? signInWords(error) : null)}</Problem>
          <SubmitButton loading={isRunning} fullWidth>
            {byLink ? "Send me a link" : "Sign in"}
          </SubmitButton>
        </Stack>
      </form>
      {canMailLinks && (
        <Button variant="subtle" onClick={() => setByLink(!byLink)}>
          {byLink ? "Sign in with a password" : "Send me a link instead"}
        </Button>
      )}
    </Stack>
  );
}
