/** The way to the inbox, with how much in it is new: it counts by itself as things happen. */
"use client";

import { VisuallyHidden } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import Link from "next/link";
import { noticesPlace } from "@/lib/places";
import classes from "./Bell.module.css";
import { useUnread } from "./useUnread";

/** The bell has room for two digits. */
const mostShown = 99;

/** @param props.unread as the page came with it */
export function Bell({ unread: initial }: { unread: number }) {
  const unread = useUnread(initial);
  const words = unread === 1 ? "1 unread notice" : unread > 1 ? `${unread} unread notices` : "Notices";
  return (
    <>
      <Link href={noticesPlace} className={classes.bell} data-new={unread > 0 || undefined} title={words}>
        <IconBell size={20} stroke={1.6} aria-hidden />
        {unread > 0 && (
          <span className={classes.count} aria-hidden>
            {unread > mostShown ? `${mostShown}+` : unread}
          </span>
        )}
        <VisuallyHidden>{words}</VisuallyHidden>
      </Link>
      {/* Read out when it grows while one is here. No status of the page's: those are about what one does on it. */}
      <VisuallyHidden aria-live="polite">{unread > initial ? words : ""}</VisuallyHidden>
    </>
  );
}
