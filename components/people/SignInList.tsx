/** Where one is signed in, each with a way to end it. */
"use client";

import { Badge, Group } from "@mantine/core";
import { useRouter } from "next/navigation";
import { ConfirmButton } from "@/components/shell/ConfirmButton";
import { Row, Rows } from "@/components/shell/Rows";
import { toastDone } from "@/components/shell/toast";
import { When } from "@/components/shell/When";
import { momentInWords } from "@/lib/dates";
import { call } from "@/lib/http/call";
import { endOtherSignIns, endSignIn, type ListedSignIn } from "@/lib/people/endpoints";

export function SignInList({ signIns }: { signIns: readonly ListedSignIn[] }) {
  const router = useRouter();
  const end = async (signInId: string) => {
    await call(endSignIn, { params: { signInId } });
    toastDone("That device is signed out.");
    router.refresh();
  };
  const endOthers = async () => {
    await call(endOtherSignIns);
    toastDone("Every other device is signed out.");
    router.refresh();
  };
  return (
    <>
      <Rows label="Signed-in devices">
        {signIns.map(({ id, browser, createdAt, lastSeenAt, current }) => (
          <Row
            key={id}
            title={
              <Group gap="xs">
                {browser}
                {current && (
                  <Badge variant="light" size="sm" tt="none" fw={500}>
                    this one
                  </Badge>
                )}
              </Group>
            }
            detail={
              <>
                last seen: <When at={Date.parse(lastSeenAt)} /> · since {momentInWords(Date.parse(createdAt))}
              </>
            }
          >
            {!current && (
              <ConfirmButton
                question={`Sign ${browser} out?`}
                consequence="Whoever uses it must sign in again. What they wrote and what was saved there stays."
                confirm="Sign out"
                label={`Sign out ${browser}`}
                onConfirm={() => end(id)}
              >
                Sign out
              </ConfirmButton>
            )}
          </Row>
        ))}
      </Rows>
      {signIns.length > 1 && (
        <Group mt="sm">
          <ConfirmButton
            question="Sign out everywhere else?"
            consequence="Only this device stays signed in. Your API tokens go on working."
            confirm="Sign out everywhere else"
            variant="default"
            color="gray"
            size="sm"
            onConfirm={endOthers}
          >
            Sign out everywhere else
          </ConfirmButton>
        </Group>
      )}
    </>
  );
}
