/** One's API tokens: make one, which is shown once, and revoke. */
"use client";

import { Code, Group, Stack, TextInput } from "@mantine/core";
import { schemaResolver, useForm } from "@mantine/form";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmButton } from "@/components/shell/ConfirmButton";
import { CopyField } from "@/components/shell/CopyField";
import { Problem } from "@/components/shell/Problem";
import { Row, Rows } from "@/components/shell/Rows";
import { SubmitButton } from "@/components/shell/SubmitButton";
import { toastDone } from "@/components/shell/toast";
import { useSubmission } from "@/components/shell/useSubmission";
import { When } from "@/components/shell/When";
import { momentInWords } from "@/lib/dates";
import { call } from "@/lib/http/call";
import { createApiToken, type ListedApiToken, newTokenSchema, revokeApiToken } from "@/lib/people/endpoints";

export function ApiTokens({ tokens }: { tokens: readonly ListedApiToken[] }) {
  const router = useRouter();
  const [made, setMade] = useState<{ id: string; name: string; token: string } | null>(null);
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { name: "" },
    validate: schemaResolver(newTokenSchema, { sync: true }),
  });
  const { submit, isRunning, problem } = useSubmission(async (body: typeof form.values) => {
    setMade(await call(createApiToken, { body }));
    form.reset();
    router.refresh();
  }, form.setErrors);
  const revoke = async (tokenId: string) => {
    await call(revokeApiToken, { params: { tokenId } });
    if (made?.id === tokenId) setMade(null);
    toastDone("The token no longer works.");
    router.refresh();
  };
  return (
    <Stack>
      {tokens.length > 0 && (
        <Rows label="API tokens">
          {tokens.map(({ id, name, hint, createdAt, lastUsedAt }) => (
            <Row
              key={id}
              title={
                <>
                  {name} <Code>{hint}…</Code>
                </>
              }
              detail={
                <>
                  {lastUsedAt ? (
                    <>
                      last used: <When at={Date.parse(lastUsedAt)} />
                    </>
                  ) : (
                    "never used"
                  )}{" "}
                  · made {momentInWords(Date.parse(createdAt))}
                </>
              }
            >
              <ConfirmButton
                question={`Revoke “${name}”?`}
                consequence="Programs that use it stop working at once. It can't be brought back; you can make another."
                confirm="Revoke"
                label={`Revoke ${name}`}
                onConfirm={() => revoke(id)}
              >
                Revoke
              </ConfirmButton>
            </Row>
          ))}
        </Rows>
      )}
      {made && (
        <CopyField
          label={`The new token “${made.name}”`}
          description="Copy it now. It is not kept, so nobody can show it to you again."
          value={made.token}
        />
      )}
      <form onSubmit={form.onSubmit(submit)} noValidate>
        <Group align="flex-end" gap="xs">
          <TextInput
            flex="1 1 12rem"
            label="A name for a new token"
            placeholder="What will use it?"
            autoComplete="off"
            key={form.key("name")}
            {...form.getInputProps("name")}
          />
          <SubmitButton variant="default" loading={isRunning}>
            Make a token
          </SubmitButton>
        </Group>
      </form>
      <Problem>{problem}</Problem>
    </Stack>
  );
}
