/** `npm run verify-log`: checks that nobody changed the moderation logs, and prints each one's last hash. Exit code 1 when one is broken. */
import { settings } from "@/lib/config/config";
import { closeDb } from "@/lib/db/client";
import { openDatabase } from "@/lib/db/open";
import type { Break } from "@/lib/moderation/chain";
import { verifyLogs } from "@/lib/moderation/verify";

const breakWords: Record<Break["what"], string> = {
  gap: "an entry before it is missing",
  "not-linked": "it doesn't follow the entry before it",
  changed: "it was changed after it was written",
};

const database = await openDatabase(settings(), "guest");
try {
  const logs = await verifyLogs();
  for (const { workspaceId, entries, head, break: broken } of logs) {
    if (broken) {
      process.exitCode = 1;
      console.error(`${workspaceId}\tbroken at entry ${broken.number}: ${breakWords[broken.what]}`);
    } else console.log(`${workspaceId}\t${entries} entries\t${head}`);
  }
  if (logs.length === 0) console.error("No workspace has a moderation log yet.");
} finally {
  await closeDb();
  await database.close();
}
