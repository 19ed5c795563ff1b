/** The quiet row of words under a comment that do something with it. */
import { UnstyledButton } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./Actions.module.css";

export function Actions({ children }: { children: ReactNode }) {
  return <div className={classes.actions}>{children}</div>;
}

interface LinkProps {
  onClick: () => void;
  /** Whether pressing it leaves what is selected as it is. */
  keepsSelection?: boolean;
  children: ReactNode;
}

export function ActionLink({ onClick, keepsSelection = false, children }: LinkProps) {
  return (
    <UnstyledButton
      className={classes.action}
      onMouseDown={keepsSelection ? (event) => event.preventDefault() : undefined}
      onClick={onClick}
    >
      {children}
    </UnstyledButton>
  );
}
