/** Choosing a role, with what each may do. */
"use client";

import { Box, Select, type SelectProps, Text } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import type { Role } from "@/lib/access/policies";
import { roleWords } from "./role-words";

interface Props extends Omit<SelectProps, "data" | "value" | "onChange"> {
  roles: readonly Role[];
  value: Role;
  onChange: (role: Role) => void;
}

export function RoleSelect({ roles, value, onChange, ...select }: Props) {
  return (
    <Select
      data={roles.map((role) => ({ value: role, label: roleWords[role].name }))}
      value={value}
      onChange={(role) => role && onChange(role as Role)}
      allowDeselect={false}
      comboboxProps={{ width: 280, position: "bottom-end" }}
      maxDropdownHeight={380}
      renderOption={({ option, checked }) => (
        <>
          <Box flex={1}>
            {option.label}
            <Text size="xs" c="dimmed">
              can {roleWords[option.value as Role].can}
            </Text>
          </Box>
          {checked && <IconCheck size={16} aria-hidden />}
        </>
      )}
      {...select}
    />
  );
}
