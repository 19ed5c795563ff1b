/** Why the server didn't take a comment, in words for its author. */
import { AppError } from "@/lib/errors";

export function reasonOf(error: unknown): string {
  return error instanceof AppError
    ? error.message
    : "Something went wrong here before the server was asked. Your words are kept; try again.";
}
