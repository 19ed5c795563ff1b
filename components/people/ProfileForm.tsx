/** One's name and colour, as others see them. */
"use client";

import { ColorSwatch, Group, Radio, Stack, TextInput } from "@mantine/core";
import { schemaResolver, useForm } from "@mantine/form";
import { useRouter } from "next/navigation";
import { Problem } from "@/components/shell/Problem";
import { SubmitButton } from "@/components/shell/SubmitButton";
import { toastDone } from "@/components/shell/toast";
import { useSubmission } from "@/components/shell/useSubmission";
import { call } from "@/lib/http/call";
import { type Color, colorNames, colors } from "@/lib/people/colors";
import { profileSchema, updateMe } from "@/lib/people/endpoints";
import classes from "./ProfileForm.module.css";

interface Props {
  person: { name: string; email: string; color: string };
}

export function ProfileForm({ person }: Props) {
  const router = useRouter();
  const form = useForm({
    initialValues: { name: person.name, color: person.color as Color },
    validate: schemaResolver(profileSchema, { sync: true }),
  });
  const { submit, isRunning, problem } = useSubmission(async (body: typeof form.values) => {
    await call(updateMe, { body });
    form.resetDirty();
    toastDone("Your profile is saved.");
    router.refresh();
  }, form.setErrors);
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack>
        <TextInput label="Name" autoComplete="name" {...form.getInputProps("name")} />
        <TextInput label="Mail address" value={person.email} readOnly variant="unstyled" />
        <Radio.Group label="Colour" description="Of your caret and your avatar." {...form.getInputProps("color")}>
          <Group gap={6} mt="xs">
            {colors.map((color) => (
              <Radio.Card key={color} value={color} className={classes.choice} aria-label={colorNames[color]}>
                <ColorSwatch color={color} size={26} component="span" withShadow={false} />
              </Radio.Card>
            ))}
          </Group>
        </Radio.Group>
        <Problem>{problem}</Problem>
        <Group>
          <SubmitButton loading={isRunning} disabled={!form.isDirty()}>
            Save
          </SubmitButton>
        </Group>
      </Stack>
    </form>
  );
}
