/** Where this person's changes are: on the server's disk, on their way, on this device, or refused. */
"use client";

import { VisuallyHidden } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconCloudOff, IconLoader2, IconPlugConnected } from "@tabler/icons-react";
import type { SaveStatus as Status } from "@/lib/collab/client/handle";
import classes from "./SaveStatus.module.css";
import { saveWords } from "./save-words";

const looks: Record<Status["state"], { Icon: typeof IconCheck; tone: "calm" | "warn" | "bad" }> = {
  connecting: { Icon: IconPlugConnected, tone: "calm" },
  saved: { Icon: IconCheck, tone: "calm" },
  saving: { Icon: IconLoader2, tone: "calm" },
  offline: { Icon: IconCloudOff, tone: "warn" },
  refused: { Icon: IconAlertTriangle, tone: "bad" },
  ended: { Icon: IconAlertTriangle, tone: "bad" },
};

interface Props {
  status: Status;
  /** Whether this person may write here. */
  writes: boolean;
}

export function SaveStatus({ status, writes }: Props) {
  const { Icon, tone } = looks[status.state];
  return (
    <span className={classes.status} data-tone={tone} data-state={status.state}>
      <Icon size={15} aria-hidden />
      <span className={classes.words}>{saveWords(status, writes)}</span>
      {/* Read out when something is amiss, and not at every pause in typing. */}
      <VisuallyHidden role="status">{tone === "calm" ? "" : saveWords(status, writes)}</VisuallyHidden>
    </span>
  );
}
