/** Where a rebuttal stands, as a small badge. */
import { Badge, type MantineColor } from "@mantine/core";
import { IconCircleCheck, IconEye, IconPencil, IconRotate2 } from "@tabler/icons-react";
import type { RebuttalStatus } from "@/lib/access/policies";
import { statusWords } from "./status-words";

const looks: Record<
  RebuttalStatus,
  { Icon: typeof IconEye; color: MantineColor; variant: "light" | "filled" | "outline" }
> = {
  draft: { Icon: IconPencil, color: "gray", variant: "light" },
  in_review: { Icon: IconEye, color: "accent", variant: "light" },
  published: { Icon: IconCircleCheck, color: "accent", variant: "filled" },
  withdrawn: { Icon: IconRotate2, color: "gray", variant: "outline" },
};

export function StatusBadge({ status }: { status: RebuttalStatus }) {
  const { Icon, color, variant } = looks[status];
  return (
    <Badge
      color={color}
      variant={variant}
      size="md"
      radius="sm"
      tt="none"
      fw={550}
      flex="none"
      leftSection={<Icon size={13} aria-hidden />}
    >
      {statusWords[status]}
    </Badge>
  );
}
