/** The one toast: a short word about what was done, with a way back where there is one. */
"use client";

import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { AppError } from "@/lib/errors";

/**
 * Says that something was done.
 * @param takeBack undoes it, while the toast is there
 */
export function toastDone(message: string, takeBack?: () => void): void {
  if (!takeBack) {
    notifications.show({ message, withBorder: true });
    return;
  }
  const id = notifications.show({
    withBorder: true,
    autoClose: 10_000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        {message}
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            takeBack();
            notifications.hide(id);
          }}
        >
          Undo
        </Button>
      </Group>
    ),
  });
}

/** Says what went wrong, in the error's own words when it was meant to be seen. */
export function toastError(error: unknown): void {
  const message =
    error instanceof AppError
      ? error.message
      : "Something went wrong here. Nothing was sent; reload the page and try again.";
  notifications.show({ message, color: "red", withBorder: true, autoClose: 10_000 });
}
