/** The one toast: a short word about what was done, with a way back where there is one. */
"use client";

import { notifications } from "@mantine/notifications";
import { AppError } from "@/lib/errors";

/** Says that something was done. */
export function toastDone(message: string): void {
  notifications.show({ message, withBorder: true });
}

/** Says what went wrong, in the error's own words when it was meant to be seen. */
export function toastError(error: unknown): void {
  const message =
    error instanceof AppError
      ? error.message
      : "Something went wrong here. Nothing was sent; reload the page and try again.";
  notifications.show({ message, color: "red", withBorder: true, autoClose: 10_000 });
}
