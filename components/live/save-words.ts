/** What the save status says, in words that are true. Pure. */
import type { SaveStatus } from "@/lib/collab/client/handle";

const changes = (count: number) => (count === 1 ? "1 change" : `${count} changes`);

/** @param writes whether this person may write: to a reader, "Saved" would say nothing */
export function saveWords(status: SaveStatus, writes: boolean): string {
  switch (status.state) {
    case "connecting":
      return "Connecting…";
    case "saved":
      return writes ? "Saved" : "Live";
    case "saving":
      return "Saving…";
    case "offline":
      if (status.unkept > 0) return `Offline, ${changes(status.kept + status.unkept)} only in this tab: keep it open`;
      return status.kept > 0 ? `Offline, ${changes(status.kept)} kept on this device` : "Offline";
    case "refused":
      return "This change was refused";
    case "ended":
      return "Closed";
  }
}
