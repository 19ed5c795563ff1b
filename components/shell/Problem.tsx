/** What went wrong, said beside the button that was pressed, and to screen readers at once. */
"use client";

import { Alert } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import classes from "./Problem.module.css";

export function Problem({ children }: { children: string | null }) {
  return (
    <div role="alert" className={classes.problem}>
      {children !== null && (
        <Alert color="red" variant="light" icon={<IconAlertCircle size={18} aria-hidden />}>
          {children}
        </Alert>
      )}
    </div>
  );
}
