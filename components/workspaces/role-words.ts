/** What each role is called, and what it may do, in words. Pure. */
import type { Role } from "@/lib/access/policies";

interface RoleWords {
  name: string;
  /** With an article: "an editor". */
  one: string;
  /** After "can". */
  can: string;
}

export const roleWords: Record<Role, RoleWords> = {
  owner: { name: "Owner", one: "an owner", can: "do everything, including roles and this page" },
  moderator: { name: "Moderator", one: "a moderator", can: "keep discussions fair and invite people" },
  editor: { name: "Editor", one: "an editor", can: "import articles and publish rebuttals" },
  annotator: { name: "Annotator", one: "an annotator", can: "highlight, note, rebut and comment" },
  viewer: { name: "Viewer", one: "a viewer", can: "read everything" },
};
