/** What one hears of, topic by topic: whether it shows in the inbox, and how often it is mailed. Each choice is kept at once. */
"use client";

import { Checkbox, Select, Stack, Table, Text } from "@mantine/core";
import { useState } from "react";
import { Problem } from "@/components/shell/Problem";
import { useIsAlive } from "@/components/shell/useIsAlive";
import { useSubmission } from "@/components/shell/useSubmission";
import { call } from "@/lib/http/call";
import { choosePreference } from "@/lib/notices/endpoints";
import type { Preferences } from "@/lib/notices/schema";
import { type Choice, canBeSilent, mailFrequencies, type Topic, topics } from "@/lib/notices/topics";
import classes from "./PreferencesForm.module.css";

const words: Record<Topic, string> = {
  mentions: "Somebody mentions you",
  replies: "Somebody replies to you",
  threads: "A thread you follow goes on",
  resolutions: "A thread you began or follow is resolved",
  decisions: "Moderators decide about you, your words or your flags",
  roles: "Your role changes",
};

const frequencyNames = { off: "Never", hourly: "Every hour", daily: "Every day" } as const;

const mailWords: Record<Preferences["mail"], string | null> = {
  on: null,
  off: "This server sends no mail, so your choices about it take effect when it does.",
  unproven: "Nothing is mailed to you yet: sign in once by a link sent to your address, which shows that it is yours.",
};

export function PreferencesForm({ preferences }: { preferences: Preferences }) {
  const isAlive = useIsAlive();
  const [choices, setChoices] = useState(preferences.choices);
  const { submit, isRunning, problem } = useSubmission(async ({ topic, choice }: { topic: Topic; choice: Choice }) => {
    const before = choices[topic];
    setChoices((held) => ({ ...held, [topic]: choice }));
    await call(choosePreference, { params: { topic }, body: choice }).catch((error: unknown) => {
      setChoices((held) => ({ ...held, [topic]: before }));
      throw error;
    });
  });
  const note = mailWords[preferences.mail];
  return (
    <Stack>
      {note && <Text size="sm">{note}</Text>}
      <Table className={classes.table} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>When</Table.Th>
            <Table.Th>Inbox</Table.Th>
            <Table.Th>Mail</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {topics.map((topic) => (
            <Table.Tr key={topic}>
              <Table.Th scope="row" className={classes.topic}>
                {words[topic]}
              </Table.Th>
              <Table.Td>
                <Checkbox
                  aria-label={`Show in the inbox: ${words[topic]}`}
                  checked={choices[topic].inApp}
                  disabled={!isAlive || isRunning || !canBeSilent(topic)}
                  onChange={({ currentTarget }) =>
                    submit({ topic, choice: { ...choices[topic], inApp: currentTarget.checked } })
                  }
                />
              </Table.Td>
              <Table.Td>
                <Select
                  aria-label={`Mail: ${words[topic]}`}
                  size="xs"
                  className={classes.frequency}
                  allowDeselect={false}
                  disabled={!isAlive || isRunning}
                  data={mailFrequencies.map((value) => ({ value, label: frequencyNames[value] }))}
                  value={choices[topic].mail}
                  onChange={(value) => {
                    const mail = mailFrequencies.find((each) => each === value);
                    if (mail) submit({ topic, choice: { ...choices[topic], mail } });
                  }}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" c="dimmed">
        Decisions of moderators always show in the inbox. Threads that you mute tell you nothing but your own name.
      </Text>
      <Problem>{problem}</Problem>
    </Stack>
  );
}
