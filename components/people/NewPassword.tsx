/** The field for a new password: says beforehand what will do, and speaks to password managers. */
"use client";

import { PasswordInput, type PasswordInputProps } from "@mantine/core";

export function NewPassword(props: PasswordInputProps) {
  return (
    <PasswordInput
      description="At least ten characters. A few plain words in a row are good."
      autoComplete="new-password"
      required
      withAsterisk={false}
      {...props}
    />
  );
}
