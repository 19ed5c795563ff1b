/** An article's page could not be made. */
"use client";

import { Button } from "@mantine/core";
import { Notice } from "@/components/article/Notice";

export default function ArticleFailed({ reset }: { reset: () => void }) {
  return (
    <Notice title="This page could not be opened">
      <p>Something failed on the server. Nothing of yours was lost; what you had written stays on this device.</p>
      <Button onClick={reset}>Try again</Button>
    </Notice>
  );
}
