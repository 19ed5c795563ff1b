/** The inbox: what one was told, in all one's workspaces. */
import type { Metadata } from "next";
import { requirePerson } from "@/app/session";
import { Inbox } from "@/components/notices/Inbox";
import { Header } from "@/components/shell/Header";
import { SettingsPage } from "@/components/shell/SettingsPage";
import { listNotices } from "@/lib/notices/inbox";
import { noticesPlace } from "@/lib/places";
import { listWorkspaces } from "@/lib/workspaces/workspaces";

export const metadata: Metadata = { title: "Notices" };

export default async function NoticesPage() {
  const person = await requirePerson(noticesPlace);
  const [workspaces, page] = await Promise.all([listWorkspaces(person.id), listNotices(person.id, new Date())]);
  return (
    <>
      <Header workspaceId={null} workspaces={workspaces} person={person} unread={page.unread} />
      <SettingsPage title="Notices">
        <Inbox page={page} />
      </SettingsPage>
    </>
  );
}
