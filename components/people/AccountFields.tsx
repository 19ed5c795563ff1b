/** What a new account is made of: a name, a mail address and a password. */
"use client";

import { TextInput } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import { NewPassword } from "./NewPassword";

type Field = "name" | "email" | "password";

interface Props {
  /** A form that has these fields, among others. */
  form: { key(field: Field): string; getInputProps(field: Field): GetInputPropsReturnType };
}

export function AccountFields({ form }: Props) {
  return (
    <>
      <TextInput
        label="Your name"
        autoComplete="name"
        required
        withAsterisk={false}
        key={form.key("name")}
        {...form.getInputProps("name")}
      />
      <TextInput
        label="Mail address"
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        key={form.key("email")}
        {...form.getInputProps("email")}
      />
      <NewPassword label="Password" key={form.key("password")} {...form.getInputProps("password")} />
    </>
  );
}
