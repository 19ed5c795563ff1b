/** What the environment may say: every setting, its default, and words for what is wrong with it. Pure. */
import { isAbsolute, resolve } from "node:path";
import { z } from "zod";
import { StartRefused } from "./start-refused";

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
const leastSecretLength = 32;

const text = z.string().trim().optional();
const webUrl = z.url({ protocol: /^https?$/, message: "must be an address that starts with http:// or https://" });

const portWords = "must be a port, a whole number from 1 to 65535";
const port = z.coerce.number(portWords).int(portWords).min(1, portWords).max(65_535, portWords);

/** Exported for the test that .env.example and the README name every setting. */
export const environmentSchema = z.object({
  PORT: port.default(3000),
  HOST: z.string().trim().default("127.0.0.1"),
  DATA_DIR: z.string().trim().default(".data"),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, message: "must be an address that starts with postgresql://" })
    .optional(),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, message: "must be an address that starts with redis:// or rediss://" })
    .optional(),
  METRICS_PORT: port.optional(),
  METRICS_HOST: z.string().trim().default("127.0.0.1"),
  APP_URL: webUrl.optional(),
  AUTH_SECRET: z
    .string()
    .min(leastSecretLength, `must have at least ${leastSecretLength} characters; openssl rand -base64 32 makes one`)
    .optional(),
  DEMO: z.enum(["0", "1"], "must be 0 or 1").optional(),
  TRUST_PROXY: z.enum(["0", "1"], "must be 0 or 1").default("0"),
  FETCH_LINKS: z.enum(["0", "1"], "must be 0 or 1").default("1"),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(", ")}`).default("info"),
  GITHUB_ID: text,
  GITHUB_SECRET: text,
  GOOGLE_ID: text,
  GOOGLE_SECRET: text,
  OIDC_ISSUER: webUrl.optional(),
  OIDC_ID: text,
  OIDC_SECRET: text,
  OIDC_NAME: z.string().trim().default("Single sign-on"),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, message: "must be an address that starts with smtp:// or smtps://" })
    .optional(),
  MAIL_FROM: text,
});

type Environment = z.infer<typeof environmentSchema>;

/** Settings that mean nothing alone. */
const togetherOrNotAtAll = [
  ["GITHUB_ID", "GITHUB_SECRET"],
  ["GOOGLE_ID", "GOOGLE_SECRET"],
  ["OIDC_ISSUER", "OIDC_ID", "OIDC_SECRET"],
  ["SMTP_URL", "MAIL_FROM"],
] as const;

interface OauthClient {
  id: string;
  secret: string;
}

/** What the environment says. Null means "not set". */
export interface Settings {
  port: number;
  host: string;
  /** Absolute. */
  dataDir: string;
  /** Null: Rejoinder runs its own PostgreSQL. */
  databaseUrl: string | null;
  redisUrl: string | null;
  /** Where /metrics is served; null: nowhere. */
  metricsPort: number | null;
  metricsHost: string;
  /** Where people reach the server, without a slash at the end. */
  appUrl: string;
  authSecret: string | null;
  demo: "on" | "off" | "when-local";
  /** Whether who asks from a private network is a reverse proxy, to be believed when it says for whom it asks. */
  trustsProxy: boolean;
  /** Whether the server fetches pages that people import by their link. */
  fetchesLinks: boolean;
  logLevel: (typeof logLevels)[number];
  github: OauthClient | null;
  google: OauthClient | null;
  oidc: (OauthClient & { issuer: string; name: string }) | null;
  mail: { smtpUrl: string; from: string } | null;
}

/**
 * Reads the settings out of an environment. An empty value counts as not set, so a copied .env.example changes nothing.
 * @param env names and values, as in process.env
 * @param cwd the folder that a relative DATA_DIR starts from
 * @throws StartRefused with all that is wrong
 */
export function readSettings(env: Record<string, string | undefined>, cwd: string): Settings {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
  const parsed = environmentSchema.safeParse(given);
  const wrong = parsed.error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`) ?? [];
  const problems = [...wrong, ...missingPartners(given)];
  if (!parsed.success || problems.length > 0) throw new StartRefused(inWords(problems));
  return settingsOf(parsed.data, cwd);
}

/** Whether only this machine can reach a server that listens on the host. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Whether nobody but people at this machine are served: a public address means that a proxy lets others in. */
export function servesOnlyThisMachine({ host, appUrl }: Pick<Settings, "host" | "appUrl">): boolean {
  return isLoopback(host) && isLoopback(new URL(appUrl).hostname);
}

function settingsOf(env: Environment, cwd: string): Settings {
  const { OIDC_ISSUER: issuer, SMTP_URL: smtpUrl, MAIL_FROM: from } = env;
  const oidc = oauthClient(env.OIDC_ID, env.OIDC_SECRET);
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: isAbsolute(env.DATA_DIR) ? env.DATA_DIR : resolve(cwd, env.DATA_DIR),
    databaseUrl: env.DATABASE_URL ?? null,
    redisUrl: env.REDIS_URL ?? null,
    metricsPort: env.METRICS_PORT ?? null,
    metricsHost: env.METRICS_HOST,
    appUrl: env.APP_URL?.replace(/\/+$/, "") ?? ownAddress(env.HOST, env.PORT),
    authSecret: env.AUTH_SECRET ?? null,
    demo: env.DEMO === undefined ? "when-local" : env.DEMO === "1" ? "on" : "off",
    trustsProxy: env.TRUST_PROXY === "1",
    fetchesLinks: env.FETCH_LINKS === "1",
    logLevel: env.LOG_LEVEL,
    github: oauthClient(env.GITHUB_ID, env.GITHUB_SECRET),
    google: oauthClient(env.GOOGLE_ID, env.GOOGLE_SECRET),
    oidc: issuer && oidc ? { ...oidc, issuer, name: env.OIDC_NAME } : null,
    mail: smtpUrl && from ? { smtpUrl, from } : null,
  };
}

function oauthClient(id: string | undefined, secret: string | undefined): OauthClient | null {
  return id && secret ? { id, secret } : null;
}

/** The address to show when APP_URL is not set: a person can open localhost, but not "all addresses". */
function ownAddress(host: string, port: number): string {
  const everywhere = host === "0.0.0.0" || host === "::";
  const name = everywhere || isLoopback(host) ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

function missingPartners(given: Record<string, unknown>): string[] {
  return togetherOrNotAtAll.flatMap((group) => {
    const present = group.filter((name) => name in given);
    if (present.length === 0) return [];
    return group
      .filter((name) => !(name in given))
      .map((name) => `${name} must be set too, since ${present.join(" and ")} is`);
  });
}

function inWords(problems: readonly string[]): string {
  return [
    "Rejoinder can't start, because some settings are wrong (see .env.example):",
    ...problems.map((problem) => `  ${problem}`),
    "Nothing was changed. Correct them in the environment or in .env and start again.",
  ].join("\n");
}
