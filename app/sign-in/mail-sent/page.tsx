/** What to do after asking for a link by mail. */
import { Anchor } from "@mantine/core";
import type { Metadata } from "next";
import { Threshold } from "@/components/people/Threshold";

export const metadata: Metadata = { title: "Look into your mailbox" };

export default function MailSentPage() {
  return (
    <Threshold
      title="Look into your mailbox"
      lead="If there is an account with that mail address, a link to sign in is on its way to it. It works for fifteen minutes."
    >
      <Anchor href="/sign-in">Back to signing in</Anchor>
    </Threshold>
  );
}
