/** The menu's way out: ends this browser's sign-in. */
"use client";

import { Menu } from "@mantine/core";
import { IconLogout } from "@tabler/icons-react";

export function SignOutItem() {
  const leave = async () => {
    // Loaded at the click: next-auth's browser code is not worth a place in every page's first load.
    const { signOut } = await import("next-auth/react");
    await signOut({ callbackUrl: "/sign-in" });
  };
  return (
    <Menu.Item leftSection={<IconLogout size={16} />} onClick={leave}>
      Sign out
    </Menu.Item>
  );
}
