/** The menu's way out: ends this browser's sign-in. */
"use client";

import { Menu } from "@mantine/core";
import { IconLogout } from "@tabler/icons-react";
import { signOut } from "@/components/people/auth-calls";
import { toastError } from "./toast";

export function SignOutItem({ userId }: { userId: string }) {
  return (
    <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => signOut(userId).catch(toastError)}>
      Sign out
    </Menu.Item>
  );
}
