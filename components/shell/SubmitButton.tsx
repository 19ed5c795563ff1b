/**
 * A form's button. It can be pressed only once React has taken the page over: before, the browser itself would send the
 * form, with a password in the address.
 */
"use client";

import { Button, type ButtonProps } from "@mantine/core";
import { type ReactNode, useSyncExternalStore } from "react";

const never = () => () => undefined;

export function SubmitButton({ disabled = false, ...props }: ButtonProps & { children: ReactNode }) {
  const isAlive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return <Button type="submit" disabled={disabled || !isAlive} {...props} />;
}
