/** Which account PostgreSQL runs as: it refuses to run as root. */
import { readFileSync } from "node:fs";
import { StartRefused } from "@/lib/config/start-refused";

export interface Account {
  uid: number;
  gid: number;
}

/** The accounts to choose from, best first. `nobody` is on practically every machine, so none must be created. */
const candidates = ["postgres", "nobody"];

/**
 * The unprivileged account to start PostgreSQL as, or null to stay who we are (whoever isn't root).
 * @param owner the owner of an existing cluster: PostgreSQL insists on running as that account
 * @throws when we are root and the machine has no unprivileged account at all
 */
export function accountForPostgres(owner: Account | null): Account | null {
  if (process.getuid?.() !== 0) return null;
  if (owner && owner.uid !== 0) return owner;
  const passwd = readFileSync("/etc/passwd", "utf8");
  for (const name of candidates) {
    const account = findAccount(passwd, name);
    if (account) return account;
  }
  throw new StartRefused(
    "PostgreSQL refuses to run as root, and this machine has neither a postgres nor a nobody account to run it as. " +
      "Start Rejoinder as an ordinary user, or set DATABASE_URL to a database of your own.",
  );
}

/** The account of that name in the text of /etc/passwd. */
export function findAccount(passwd: string, name: string): Account | null {
  for (const line of passwd.split("\n")) {
    const [login, , uid, gid] = line.split(":");
    if (login === name && uid && gid && Number(uid) !== 0) return { uid: Number(uid), gid: Number(gid) };
  }
  return null;
}
