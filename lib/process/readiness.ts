/** Whether the database answers. */
import { setTimeout as pause } from "node:timers/promises";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";

const limit = 2_000; // ms

/** @throws AppError "unavailable" when it doesn't, or not in time */
export async function assertDatabaseAnswers(): Promise<void> {
  const answered = db().$queryRaw`SELECT 1`.then(() => true).catch(() => false);
  const late = pause(limit, false, { ref: false });
  if (await Promise.race([answered, late])) return;
  throw new AppError("unavailable", "The database doesn't answer. Nothing is lost; try again shortly.", {
    retryAfter: 5,
  });
}
