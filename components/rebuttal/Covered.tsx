/** In place of a rebuttal that moderators keep from readers: that they do, and where whoever wrote it finds why. */
import { Alert, Anchor, Text, Title } from "@mantine/core";
import { IconEyeOff } from "@tabler/icons-react";
import Link from "next/link";
import type { Cover } from "@/lib/moderation/cover";
import { noticesPlace } from "@/lib/places";

const words: Record<Cover, string> = {
  hidden: "A moderator has taken this rebuttal down",
  purged: "This rebuttal was taken away for good",
};

export function Covered({ cover }: { cover: Cover }) {
  return (
    <Alert
      color="gray"
      variant="outline"
      icon={<IconEyeOff size={18} aria-hidden />}
      title={
        <Title order={1} size="h4">
          {words[cover]}
        </Title>
      }
    >
      <Text size="sm">
        Nobody reads or writes in it now. If you wrote in it, your{" "}
        <Anchor component={Link} href={noticesPlace} inherit underline="always">
          notices
        </Anchor>{" "}
        say why{cover === "hidden" && ", and there you can appeal"}.
      </Text>
    </Alert>
  );
}
