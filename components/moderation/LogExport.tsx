/** Takes the whole moderation log away, as far as one may read it: as JSON or for a spreadsheet. */
"use client";

import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { toastError } from "@/components/shell/toast";
import { call } from "@/lib/http/call";
import { logAsCsv } from "@/lib/moderation/csv";
import { readLog } from "@/lib/moderation/endpoints";
import type { LogEntry } from "@/lib/moderation/schema";

/** Entries asked for at once: the most that the server gives. */
const batch = 1000;

const formats = {
  json: { name: "JSON", type: "application/json", write: (entries: LogEntry[]) => JSON.stringify(entries, null, 2) },
  csv: { name: "CSV", type: "text/csv", write: logAsCsv },
} as const;

export function LogExport({ workspaceId }: { workspaceId: string }) {
  const [running, setRunning] = useState<keyof typeof formats | null>(null);
  const save = async (format: keyof typeof formats) => {
    setRunning(format);
    try {
      const { type, write } = formats[format];
      download(new Blob([write(await readAll(workspaceId))], { type }), `moderation-log.${format}`);
    } catch (error) {
      toastError(error);
    }
    setRunning(null);
  };
  return (
    <Group gap="xs" mt="md">
      {(["json", "csv"] as const).map((format) => (
        <Button
          key={format}
          variant="default"
          size="compact-md"
          loading={running === format}
          onClick={() => void save(format)}
        >
          Save as {formats[format].name}
        </Button>
      ))}
    </Group>
  );
}

/** Oldest first. */
async function readAll(workspaceId: string): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  for (let before: number | undefined; ; ) {
    const page = await call(readLog, { params: { workspaceId }, query: { before, limit: batch } });
    entries.push(...page.entries);
    const last = page.entries.at(-1);
    if (!last || page.entries.length < batch) return entries.reverse();
    before = last.number;
  }
}

function download(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
