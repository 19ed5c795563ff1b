/** The button that stops letters. Opening the page does nothing, because mail scanners follow links. */
"use client";

import { Anchor, Button, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { Problem } from "@/components/shell/Problem";
import { useSubmission } from "@/components/shell/useSubmission";
import { call } from "@/lib/http/call";
import { stopMail } from "@/lib/notices/endpoints";
import { accountPlace } from "@/lib/places";

export function StopMail({ token }: { token: string }) {
  const [isDone, setDone] = useState(false);
  const { submit, isRunning, problem } = useSubmission(async () => {
    await call(stopMail, { query: { token } });
    setDone(true);
  });
  return (
    <Stack>
      {isDone ? (
        <Text role="status">Done. No more letters come.</Text>
      ) : (
        <Button loading={isRunning} onClick={() => submit()}>
          Stop letters
        </Button>
      )}
      <Problem>{problem}</Problem>
      <Anchor href={accountPlace("notices")} size="sm">
        Choose for each thing what is mailed
      </Anchor>
    </Stack>
  );
}
