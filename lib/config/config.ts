/** The one reading of the environment in this process, completed at start with what the environment may leave out. */
import { existsSync } from "node:fs";
import { readSettings, type Settings, servesOnlyThisMachine } from "./settings";
import { StartRefused } from "./start-refused";

/** Settings with nothing left to find out. */
export interface Config extends Settings {
  databaseUrl: string;
  authSecret: string;
  /** Whether Rejoinder runs this PostgreSQL itself. */
  databaseIsEmbedded: boolean;
}

interface Shared {
  settings?: Settings;
  config?: Config;
}

// Next bundles route handlers apart from server.ts, so each has its own copy of this module in one process. What start-up
// found (the embedded database's address, the generated secret) must reach both: it hangs on a symbol of globalThis.
const key = Symbol.for("rejoinder.config");
const holder = globalThis as { [key]?: Shared };
holder[key] ??= {};
const shared = holder[key];

/**
 * What the environment and .env say. Variables that are set win over the file.
 * @throws StartRefused with all that is wrong
 */
export function settings(): Settings {
  if (!shared.settings) {
    if (existsSync(".env")) process.loadEnvFile(".env");
    shared.settings = readSettings(process.env, process.cwd());
  }
  return shared.settings;
}

/**
 * The complete configuration.
 * @throws StartRefused when the database's address or the secret is neither set nor completed at start
 */
export function config(): Config {
  if (!shared.config) {
    const known = settings();
    const { databaseUrl, authSecret } = known;
    if (!databaseUrl) throw new StartRefused("There is no database yet: DATABASE_URL is not set and none was started.");
    if (!authSecret) throw new StartRefused(missingSecret);
    shared.config = { ...known, databaseUrl, authSecret, databaseIsEmbedded: false };
  }
  return shared.config;
}

/** Puts in what start-up found. From now on `config()` answers with it, in every bundle of this process. */
export function completeConfig(found: Pick<Config, "databaseUrl" | "authSecret" | "databaseIsEmbedded">): Config {
  shared.config = { ...settings(), ...found };
  return shared.config;
}

/** Whether the seeded demo people may sign in: their passwords are known to everyone. */
export function demoSignInsAreOn({
  databaseIsEmbedded,
  demo,
  host,
  appUrl,
}: Pick<Config, "databaseIsEmbedded" | "demo" | "host" | "appUrl">): boolean {
  if (!databaseIsEmbedded) return false;
  return demo === "on" || (demo === "when-local" && servesOnlyThisMachine({ host, appUrl }));
}

/** What to say when a database was given, but no secret. */
export const missingSecret =
  "DATABASE_URL is set but AUTH_SECRET is not. Set AUTH_SECRET to a long random text (openssl rand -base64 32 makes one), " +
  "the same in every process that shares the database. Nothing was started.";
