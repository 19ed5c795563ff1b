/** What a page shows when it could not be made. */
"use client";

import { Button } from "@mantine/core";
import { Threshold } from "@/components/people/Threshold";

interface Props {
  /** The digest is also in the server's log, so that a report can be matched with its cause. */
  error: Error & { digest?: string };
  reset(): void;
}

export default function ErrorPage({ error, reset }: Props) {
  return (
    <Threshold
      title="This page could not be shown"
      lead={`Nothing was changed. Try again; if it stays, tell whoever runs Rejoinder${error.digest ? ` and name ${error.digest}` : ""}.`}
    >
      <Button onClick={reset}>Try again</Button>
    </Threshold>
  );
}
