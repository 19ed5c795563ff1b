/** The secret of an installation with the embedded database: made once, kept in the data folder for its owner alone. */
import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { StartRefused } from "./start-refused";

const bytes = 32;

/**
 * The secret of a data folder (which must exist), made now when there is none.
 * @throws StartRefused when the file is there but empty: a new secret would silently sign everybody out
 */
export async function secretIn(dataDir: string): Promise<string> {
  const file = join(dataDir, "auth-secret");
  await writeFile(file, randomBytes(bytes).toString("base64url"), { mode: 0o600, flag: "wx" }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    },
  );
  const secret = (await readFile(file, "utf8")).trim();
  if (secret === "")
    throw new StartRefused(`${file} is empty. Delete it to have a new secret made (everybody signs in again).`);
  return secret;
}
