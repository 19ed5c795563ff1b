/** A highlight's label; a menu to change it for those who may. */
"use client";

import { Menu, UnstyledButton } from "@mantine/core";
import { IconCheck, IconChevronDown } from "@tabler/icons-react";
import { type Label, labelNames, labels } from "@/lib/highlights/labels";
import { LabelIcon } from "./LabelIcon";
import classes from "./LabelMenu.module.css";
import { LabelTag } from "./LabelTag";

interface Props {
  label: Label;
  /** Absent for those who may not change it. */
  onChange?: (label: Label) => void;
}

export function LabelMenu({ label, onChange }: Props) {
  if (!onChange) return <LabelTag label={label} />;
  return (
    <Menu position="bottom-start" width={180}>
      <Menu.Target>
        <UnstyledButton className={classes.target} aria-label={`Label: ${labelNames[label]}. Change it`}>
          <LabelTag label={label} />
          <IconChevronDown size={12} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {labels.map((each) => (
          <Menu.Item
            key={each}
            leftSection={<LabelIcon label={each} />}
            rightSection={each === label && <IconCheck size={14} aria-label="chosen" />}
            onClick={() => onChange(each)}
          >
            {labelNames[each]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
