/** What went wrong, said beside the button that was pressed; screen readers hear it at once. */
"use client";

import { Alert } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";

export function Problem({ children }: { children: string | null }) {
  if (children === null) return null;
  return (
    <Alert color="red" variant="light" icon={<IconAlertCircle size={18} aria-hidden />}>
      {children}
    </Alert>
  );
}
