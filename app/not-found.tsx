/** What isn't there, or may not be known to be there: the same page for both. */
import { Anchor } from "@mantine/core";
import type { Metadata } from "next";
import { Threshold } from "@/components/people/Threshold";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <Threshold
      title="There is no such page"
      lead="It was moved or deleted, or it belongs to a workspace that you aren’t a member of."
    >
      <Anchor href="/">To your workspaces</Anchor>
    </Threshold>
  );
}
