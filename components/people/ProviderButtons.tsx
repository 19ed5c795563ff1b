/** A button for each provider that the operator set up. */
"use client";

import { Button, Stack } from "@mantine/core";
import { IconBrandGithub, IconBrandGoogle, IconKey } from "@tabler/icons-react";
import { Problem } from "@/components/shell/Problem";
import { useSubmission } from "@/components/shell/useSubmission";
import { goToProvider } from "./auth-calls";

export interface ProviderChoice {
  id: "github" | "google" | "oidc";
  /** "GitHub", or what the operator calls it. */
  name: string;
}

const icons = { github: IconBrandGithub, google: IconBrandGoogle, oidc: IconKey };

interface Props {
  providers: readonly ProviderChoice[];
  callbackUrl: string;
  /** "Continue with" unless told. */
  verb?: string;
}

export function ProviderButtons({ providers, callbackUrl, verb = "Continue with" }: Props) {
  const { submit, isRunning, problem } = useSubmission((id: string) => goToProvider(id, callbackUrl));
  return (
    <Stack gap="xs">
      {providers.map(({ id, name }) => {
        const Icon = icons[id];
        return (
          <Button
            key={id}
            variant="default"
            fullWidth
            leftSection={<Icon size={18} aria-hidden />}
            disabled={isRunning}
            onClick={() => submit(id)}
          >
            {verb} {name}
          </Button>
        );
      })}
      <Problem>{problem}</Problem>
    </Stack>
  );
}
