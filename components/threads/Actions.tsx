/** The quiet row of words under a comment that do something with it. */
import { UnstyledButton } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./Actions.module.css";

export function Actions({ children }: { children: ReactNode }) {
  return <div className={classes.actions}>{children}</div>;
}

export function ActionLink({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <UnstyledButton className={classes.action} onClick={onClick}>
      {children}
    </UnstyledButton>
  );
}
