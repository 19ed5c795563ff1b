/**
 * A form's button. It can be pressed only once React has taken the page over: before, the browser itself would send the
 * form, with a password in the address.
 */
"use client";

import { Button, type ButtonProps } from "@mantine/core";
import type { ReactNode } from "react";
import { useIsAlive } from "./useIsAlive";

export function SubmitButton({ disabled = false, ...props }: ButtonProps & { children: ReactNode }) {
  const isAlive = useIsAlive();
  return <Button type="submit" disabled={disabled || !isAlive} {...props} />;
}
