/** Signing in. */
import { Alert } from "@mantine/core";
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { currentPerson } from "@/app/session";
import { DemoPeople } from "@/components/people/DemoPeople";
import { SignInForm } from "@/components/people/SignInForm";
import { Threshold } from "@/components/people/Threshold";
import { config } from "@/lib/config/config";
import { ownPath } from "@/lib/http/own-path";
import { firstOwnerIsAwaited } from "@/lib/people/first-owner";
import { listDemoPeople, waysIn } from "@/lib/people/ways-in";

export const metadata: Metadata = { title: "Sign in" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl: wanted, error, kept } = await searchParams;
  const callbackUrl = ownPath(wanted, { origin: new URL(config().appUrl).origin });
  if (await currentPerson()) redirect(callbackUrl);
  const [ownerIsAwaited, demoPeople] = await Promise.all([firstOwnerIsAwaited(), listDemoPeople()]);
  return (
    <Threshold
      title="Sign in"
      lead={
        ownerIsAwaited ? (
          <>
            Nobody has an account here yet. <Link href="/welcome">Make the first one</Link>.
          </>
        ) : (
          "Take an article apart and answer it, together."
        )
      }
    >
      {kept !== undefined && (
        <Alert color="gray" mb="lg" title="You are signed out">
          Some of your changes had not reached the server. They are kept on this device, and are sent as soon as you
          sign in here and open what they belong to.
        </Alert>
      )}
      <SignInForm callbackUrl={callbackUrl} error={typeof error === "string" ? error : null} {...waysIn()} />
      {demoPeople.length > 0 && <DemoPeople people={demoPeople} callbackUrl={callbackUrl} />}
    </Threshold>
  );
}
