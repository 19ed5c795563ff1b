/** Opens the database this process works with, brings it to this version's schema, and completes the configuration with it. */
import { completeConfig, missingSecret } from "@/lib/config/config";
import { secretIn } from "@/lib/config/secret";
import type { Settings } from "@/lib/config/settings";
import { StartRefused } from "@/lib/config/start-refused";
import { openEmbedded } from "./embedded/embedded";
import { migrate } from "./migrate";

interface OpenDatabase {
  /** The migrations that were applied now. */
  migrated: string[];
  /** Closes what `openDatabase` opened; the client's pool must be closed before. */
  close(): Promise<void>;
}

/**
 * Opens DATABASE_URL's database, or the embedded one when that isn't set.
 * @param as "server" wants the data folder for itself; "guest" (an operator's command) shares it with a running server
 * @throws StartRefused when the database can't be used as things are
 */
export async function openDatabase(settings: Settings, as: "server" | "guest"): Promise<OpenDatabase> {
  const { databaseUrl, authSecret, dataDir } = settings;
  if (databaseUrl) {
    if (!authSecret) throw new StartRefused(missingSecret);
    completeConfig({ databaseUrl, authSecret, databaseIsEmbedded: false });
    return { migrated: await migrate(databaseUrl).catch(refuseUnreachable), close: async () => undefined };
  }
  const embedded = await openEmbedded({ dataDir, as });
  try {
    completeConfig({
      databaseUrl: embedded.url,
      authSecret: authSecret ?? (await secretIn(dataDir)),
      databaseIsEmbedded: true,
    });
    return { migrated: await migrate(embedded.url), close: embedded.close };
  } catch (error) {
    await embedded.close();
    throw error;
  }
}

/** Codes of Node and of PostgreSQL that mean "that address or that sign-in is wrong", not "a migration failed". */
const connectionFailures = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "28P01",
  "28000",
  "3D000",
]);

function refuseUnreachable(error: Error & { code?: string }): never {
  if (!error.code || !connectionFailures.has(error.code)) throw error;
  throw new StartRefused(
    `The database of DATABASE_URL can't be reached (${error.message || error.code}). ` +
      "Check the address, and that PostgreSQL runs there. Nothing was changed.",
  );
}
