/** Chooses which highlights are shown: by label, by person, by whether a rebuttal answers them. */
"use client";

import { Button, Popover, UnstyledButton } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import { memo, type ReactNode } from "react";
import { everything, type HighlightFilter, isFiltering, toggled } from "@/lib/highlights/filters";
import { labelNames, labels } from "@/lib/highlights/labels";
import classes from "./FilterMenu.module.css";
import { LabelIcon } from "./LabelIcon";
import { PersonMark } from "./PersonMark";
import { useHighlightList, useRoom } from "./room-context";

const answers: { value: HighlightFilter["answered"]; name: string }[] = [
  { value: "any", name: "Any" },
  { value: "open", name: "Not answered" },
  { value: "answered", name: "Answered" },
];

export const FilterMenu = memo(function FilterMenu() {
  const { store, people } = useRoom();
  const { filter, shown, total } = useHighlightList(store);
  const change = (part: Partial<HighlightFilter>) => store.setFilter({ ...filter, ...part });
  const isOn = isFiltering(filter);
  const authors = store.authors().flatMap((id) => people.get(id) ?? []);

  return (
    <Popover position="bottom-end" width={320} shadow="md" trapFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant={isOn ? "light" : "subtle"}
          color={isOn ? "accent" : "gray"}
          leftSection={<IconFilter size={15} />}
        >
          {isOn ? `${shown.length} of ${total}` : `${total} ${total === 1 ? "highlight" : "highlights"}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Choices name="Label">
          {labels.map((label) => (
            <Toggle
              key={label}
              isOn={filter.labels.includes(label)}
              onToggle={() => change({ labels: toggled(filter.labels, label) })}
            >
              <LabelIcon label={label} size={14} /> {labelNames[label]}
            </Toggle>
          ))}
        </Choices>
        {authors.length > 1 && (
          <Choices name="Person">
            {authors.map((person) => (
              <Toggle
                key={person.id}
                isOn={filter.people.includes(person.id)}
                onToggle={() => change({ people: toggled(filter.people, person.id) })}
              >
                <PersonMark person={person} words="" /> {person.name}
              </Toggle>
            ))}
          </Choices>
        )}
        <Choices name="Rebuttals">
          {answers.map(({ value, name }) => (
            <Toggle key={value} isOn={filter.answered === value} onToggle={() => change({ answered: value })}>
              {name}
            </Toggle>
          ))}
        </Choices>
        <Button size="compact-sm" variant="subtle" disabled={!isOn} onClick={() => store.setFilter(everything)}>
          Show all
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
});

function Choices({ name, children }: { name: string; children: ReactNode }) {
  return (
    <fieldset className={classes.choices}>
      <legend>{name}</legend>
      {children}
    </fieldset>
  );
}

function Toggle({ isOn, onToggle, children }: { isOn: boolean; onToggle: () => void; children: ReactNode }) {
  return (
    <UnstyledButton className={classes.toggle} aria-pressed={isOn} onClick={onToggle}>
      {children}
    </UnstyledButton>
  );
}
