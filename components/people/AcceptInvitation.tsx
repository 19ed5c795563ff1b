/** Joining a workspace with the account one is signed in to. */
"use client";

import { Button, Stack } from "@mantine/core";
import { Problem } from "@/components/shell/Problem";
import { useSubmission } from "@/components/shell/useSubmission";
import { call } from "@/lib/http/call";
import { acceptInvitation } from "@/lib/workspaces/endpoints";
import { signOut } from "./auth-calls";

interface Props {
  /** The invitation's. */
  token: string;
  person: { id: string; name: string; email: string };
}

export function AcceptInvitation({ token, person }: Props) {
  const joining = useSubmission(async () => {
    const { workspaceId } = await call(acceptInvitation, { body: { token } });
    window.location.assign(`/w/${workspaceId}`);
  });
  const leaving = useSubmission(() => signOut(person.id, `/join/${token}`));
  return (
    <Stack>
      <Problem>{joining.problem ?? leaving.problem}</Problem>
      <Button loading={joining.isRunning} onClick={() => joining.submit()} fullWidth>
        Join as {person.name}
      </Button>
      <Button variant="subtle" loading={leaving.isRunning} onClick={() => leaving.submit()}>
        I am not {person.email}
      </Button>
    </Stack>
  );
}
