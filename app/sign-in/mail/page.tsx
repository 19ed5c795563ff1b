/** Where a mailed link leads: one more press of a button, so that a mail scanner which follows links uses nothing up. */
import { Button } from "@mantine/core";
import type { Metadata } from "next";
import { Threshold } from "@/components/people/Threshold";

export const metadata: Metadata = { title: "Sign in" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function MailedLinkPage({ searchParams }: Props) {
  const given = await searchParams;
  const fields = ["email", "token", "callbackUrl"].flatMap((name) => {
    const value = given[name];
    return typeof value === "string" ? [{ name, value }] : [];
  });
  return (
    <Threshold
      title="Sign in"
      lead={typeof given.email === "string" ? `You will be signed in as ${given.email}.` : null}
    >
      <form action="/api/auth/callback/email" method="get">
        {fields.map((field) => (
          <input key={field.name} type="hidden" {...field} />
        ))}
        <Button type="submit" fullWidth>
          Sign in
        </Button>
      </form>
    </Threshold>
  );
}
