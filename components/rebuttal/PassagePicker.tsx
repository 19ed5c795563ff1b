/** Chooses among the article's highlighted passages: one at a click or Enter, or several and then a button. */
"use client";

import { Button, Combobox, Group, Modal, ScrollArea, Text, TextInput, useCombobox } from "@mantine/core";
import { IconCheck, IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { LabelTag } from "@/components/highlights/LabelTag";
import { labelNames } from "@/lib/highlights/labels";
import type { Passage } from "@/lib/rebuttal/endpoints";
import classes from "./PassagePicker.module.css";

interface Props {
  opened: boolean;
  onClose: () => void;
  title: string;
  passages: readonly Passage[];
  /** Shown first, under a heading of their own. */
  preferred?: { heading: string; highlightIds: readonly string[] };
  /** With several to choose: what the button says. Without, the first choice is the choice. */
  button?: (count: number) => string;
  onChoose: (chosen: Passage[]) => void;
}

export function PassagePicker({ opened, onClose, ...rest }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={rest.title} size="lg" returnFocus>
      {/* Inside the modal, so that each opening begins with nothing chosen. */}
      <Choice onClose={onClose} {...rest} />
    </Modal>
  );
}

function Choice({ passages, preferred, button, onChoose, onClose, title }: Omit<Props, "opened">) {
  const [query, setQuery] = useState("");
  const [chosenIds, setChosenIds] = useState<readonly string[]>([]);
  // There is no dropdown: the options stand in the dialog.
  const combobox = useCombobox({ opened: true });

  // Enter takes the first that fits, as long as nobody chose another.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the options follow the query
  useEffect(() => {
    // A frame later, when the dialog is in the page: Mantine looks the options up there.
    const frame = requestAnimationFrame(() => combobox.selectFirstOption());
    return () => cancelAnimationFrame(frame);
  }, [query]);

  const finish = (ids: readonly string[]) => {
    onClose();
    onChoose(ids.flatMap((id) => passages.find(({ highlightId }) => highlightId === id) ?? []));
  };
  const pick = (id: string) => {
    if (!button) finish([id]);
    else setChosenIds((ids) => (ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]));
  };

  const found = passages.filter((passage) => matches(passage, query));
  const first = found.filter(({ highlightId }) => preferred?.highlightIds.includes(highlightId));
  const others = found.filter((passage) => !first.includes(passage));
  const options = (list: Passage[]) =>
    list.map((passage) => (
      <Combobox.Option
        key={passage.highlightId}
        value={passage.highlightId}
        className={classes.option}
        active={chosenIds.includes(passage.highlightId)}
      >
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <LabelTag label={passage.label} />
          {chosenIds.includes(passage.highlightId) && <IconCheck size={16} aria-label="chosen" />}
        </Group>
        <span className={classes.quote}>{passage.quote}</span>
      </Combobox.Option>
    ));

  if (passages.length === 0)
    return (
      <Text c="dimmed">
        Nothing is highlighted in the article yet. Mark a passage there first, and it will be here.
      </Text>
    );
  return (
    <Combobox store={combobox} onOptionSubmit={pick} resetSelectionOnOptionHover>
      <Combobox.EventsTarget withExpandedAttribute={false}>
        <TextInput
          data-autofocus
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            const [best] = [...first, ...others];
            if (event.key !== "Enter" || !best || combobox.getSelectedOptionIndex() !== -1) return;
            event.preventDefault();
            pick(best.highlightId);
          }}
          leftSection={<IconSearch size={16} aria-hidden />}
          placeholder="Search the highlighted passages"
          aria-label="Search the highlighted passages"
        />
      </Combobox.EventsTarget>
      <ScrollArea.Autosize mah="55vh" type="auto" mt="sm" viewportProps={{ tabIndex: 0 }}>
        <Combobox.Options aria-label={title}>
          {first.length > 0 ? (
            <>
              <Combobox.Group label={preferred?.heading}>{options(first)}</Combobox.Group>
              {others.length > 0 && <Combobox.Group label="Elsewhere in the article">{options(others)}</Combobox.Group>}
            </>
          ) : (
            options(others)
          )}
          {found.length === 0 && <Combobox.Empty>No highlighted passage says that.</Combobox.Empty>}
        </Combobox.Options>
      </ScrollArea.Autosize>
      {button && (
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button disabled={chosenIds.length === 0} onClick={() => finish(chosenIds)}>
            {button(chosenIds.length)}
          </Button>
        </Group>
      )}
    </Combobox>
  );
}

/** Whether every word of the query is in the passage or its label's name. */
function matches({ quote, label }: Passage, query: string): boolean {
  const words = `${quote} ${labelNames[label]}`.toLocaleLowerCase();
  return query
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}
