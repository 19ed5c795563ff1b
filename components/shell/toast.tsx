/** The one toast: a short word about what was done, with a way back where there is one. */
"use client";

import { Button, Group } from "@mantine/core";
import type { NotificationData } from "@mantine/notifications";
import { AppError } from "@/lib/errors";
import { wantToasts } from "./Toasts";

/**
 * Says that something was done.
 * @param takeBack undoes it, while the toast is there
 */
export function toastDone(message: string, takeBack?: () => void): void {
  if (!takeBack) {
    void show({ message });
    return;
  }
  const id = crypto.randomUUID();
  void show({
    id,
    autoClose: 10_000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        {message}
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            takeBack();
            void hide(id);
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
  void show({ message, color: "red", autoClose: 10_000 });
}

// Loaded with the first toast: most visits have none.
async function show(toast: NotificationData): Promise<void> {
  wantToasts();
  const { notifications } = await import("@mantine/notifications");
  notifications.show({ withBorder: true, ...toast });
}

async function hide(id: string): Promise<void> {
  const { notifications } = await import("@mantine/notifications");
  notifications.hide(id);
}
