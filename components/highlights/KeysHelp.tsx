/** The room's keys, in a dialog. */
"use client";

import { Kbd, Modal, Table } from "@mantine/core";
import { Fragment } from "react";
import { roomKeys } from "./room-keys";

const names: Record<string, string> = { Escape: "Esc", Mod: "Ctrl or ⌘" };

export function KeysHelp({ onLeave }: { onLeave(): void }) {
  return (
    <Modal opened onClose={onLeave} title="Keys in the room" size="lg">
      <Table verticalSpacing={6}>
        <Table.Tbody>
          {roomKeys.map(({ command, keys, words }) => (
            <Table.Tr key={command}>
              <Table.Th scope="row" w="10rem">
                {keys.map((key, index) => (
                  <Fragment key={key}>
                    {index > 0 && " + "}
                    <Kbd>{names[key] ?? key}</Kbd>
                  </Fragment>
                ))}
              </Table.Th>
              <Table.Td>{words}</Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th scope="row">
              <Kbd>1</Kbd> to <Kbd>7</Kbd>
            </Table.Th>
            <Table.Td>
              Label what is selected: claim, evidence, assumption, question, fallacy, definition, note
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
