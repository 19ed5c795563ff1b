/** The accounts at providers that one can sign in with: link another, unlink. */
"use client";

import { Stack } from "@mantine/core";
import { useRouter } from "next/navigation";
import { ConfirmButton } from "@/components/shell/ConfirmButton";
import { Row, Rows } from "@/components/shell/Rows";
import { toastDone } from "@/components/shell/toast";
import { call } from "@/lib/http/call";
import { unlinkProvider } from "@/lib/people/endpoints";
import { ProviderButtons, type ProviderChoice } from "./ProviderButtons";

interface Props {
  /** What the operator set up. */
  providers: readonly ProviderChoice[];
  linked: readonly { id: string; provider: string }[];
}

export function LinkedProviders({ providers, linked }: Props) {
  const router = useRouter();
  const nameOf = (provider: string) => providers.find(({ id }) => id === provider)?.name ?? provider;
  const unlink = async (accountId: string, name: string) => {
    await call(unlinkProvider, { params: { accountId } });
    toastDone(`${name} is unlinked.`);
    router.refresh();
  };
  const unlinked = providers.filter(({ id }) => !linked.some(({ provider }) => provider === id));
  return (
    <Stack>
      {linked.length > 0 && (
        <Rows label="Linked providers">
          {linked.map(({ id, provider }) => (
            <Row key={id} title={nameOf(provider)} detail="linked">
              <ConfirmButton
                question={`Unlink ${nameOf(provider)}?`}
                consequence="You won't be able to sign in with it until you link it again. Nothing else changes."
                confirm="Unlink"
                label={`Unlink ${nameOf(provider)}`}
                onConfirm={() => unlink(id, nameOf(provider))}
              >
                Unlink
              </ConfirmButton>
            </Row>
          ))}
        </Rows>
      )}
      {unlinked.length > 0 && <ProviderButtons providers={unlinked} callbackUrl="/account" verb="Link" />}
    </Stack>
  );
}
