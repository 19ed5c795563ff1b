/** Where the link at the end of a letter leads: one press of a button stops letters, without signing in. */
import type { Metadata } from "next";
import { StopMail } from "@/components/notices/StopMail";
import { Threshold } from "@/components/people/Threshold";

export const metadata: Metadata = { title: "Stop letters", robots: { index: false } };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function UnsubscribePage({ searchParams }: Props) {
  const { token } = await searchParams;
  return (
    <Threshold
      title="Stop letters"
      lead="Press the button, and nothing is mailed to you any more. What happens still waits in your inbox here."
    >
      <StopMail token={typeof token === "string" ? token : ""} />
    </Threshold>
  );
}
