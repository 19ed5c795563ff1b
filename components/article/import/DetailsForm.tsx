/** The details that were recognised, to correct: title, standfirst, authors, publisher, dates. */
"use client";

import { ActionIcon, Button, Fieldset, Group, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { Metadata } from "@/lib/article/schema";
import classes from "./DetailsForm.module.css";

/** Metadata as form fields: what isn't known is an empty line. */
export interface DetailsValues {
  title: string;
  standfirst: string;
  authors: { name: string; role: string }[];
  publisher: string;
  publishedOn: string;
  updatedOn: string;
  language: string;
  sourceUrl: string;
}

export function detailsOf(metadata: Metadata): DetailsValues {
  return {
    title: metadata.title,
    standfirst: metadata.standfirst ?? "",
    authors: metadata.authors.map(({ name, role = "" }) => ({ name, role })),
    publisher: metadata.publisher ?? "",
    publishedOn: metadata.publishedOn ?? "",
    updatedOn: metadata.updatedOn ?? "",
    language: metadata.language ?? "",
    sourceUrl: metadata.sourceUrl ?? "",
  };
}

/** The metadata that the fields say, with what has no field as it was recognised. */
export function metadataOf(values: DetailsValues, recognised: Metadata): Metadata {
  const { publishedOn, updatedOn, language, sourceUrl, ...rest } = values;
  return {
    ...recognised,
    ...rest,
    publishedOn: publishedOn || undefined,
    updatedOn: updatedOn || undefined,
    language: language.trim() || undefined,
    sourceUrl: sourceUrl.trim() || undefined,
  };
}

export function DetailsForm({ form }: { form: UseFormReturnType<DetailsValues> }) {
  const { authors } = form.getValues();
  return (
    <section className={classes.details} aria-label="Details">
      <Textarea
        label="Title"
        autosize
        minRows={1}
        required
        withAsterisk={false}
        classNames={{ input: classes.title }}
        {...form.getInputProps("title")}
      />
      <Textarea
        label="Standfirst"
        description="The sentence or two that a publisher sets between the title and the text."
        autosize
        minRows={1}
        classNames={{ input: classes.serif }}
        {...form.getInputProps("standfirst")}
      />
      <Fieldset legend="Authors" variant="unstyled" className={classes.authors}>
        {authors.map((_, index) => (
          <div key={index} className={classes.author}>
            <TextInput
              aria-label={`Author ${index + 1}: name`}
              placeholder="Name"
              {...form.getInputProps(`authors.${index}.name`)}
            />
            <TextInput
              aria-label={`Author ${index + 1}: role`}
              placeholder="Role"
              {...form.getInputProps(`authors.${index}.role`)}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={`Remove author ${index + 1}`}
              onClick={() => form.removeListItem("authors", index)}
            >
              <IconX size={16} stroke={1.5} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => form.insertListItem("authors", { name: "", role: "" })}
        >
          Add an author
        </Button>
      </Fieldset>
      <Group align="start" grow preventGrowOverflow={false}>
        <TextInput label="Publisher" {...form.getInputProps("publisher")} />
        <TextInput type="date" label="Published" {...form.getInputProps("publishedOn")} />
        <TextInput type="date" label="Updated" {...form.getInputProps("updatedOn")} />
      </Group>
      <div className={classes.origin}>
        <TextInput type="url" label="Link to the original" {...form.getInputProps("sourceUrl")} />
        <TextInput label="Language" placeholder="en" {...form.getInputProps("language")} />
      </div>
    </section>
  );
}
