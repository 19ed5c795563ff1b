/** What one was told about decisions, in all one's workspaces. */
import type { Metadata } from "next";
import { requirePerson } from "@/app/session";
import { NoticeList } from "@/components/moderation/NoticeList";
import { Header } from "@/components/shell/Header";
import { SettingsPage, SettingsSection } from "@/components/shell/SettingsPage";
import { listNotices } from "@/lib/moderation/notices";
import { noticesPlace } from "@/lib/places";
import { listWorkspaces } from "@/lib/workspaces/workspaces";

export const metadata: Metadata = { title: "Notices" };

export default async function NoticesPage() {
  const person = await requirePerson(noticesPlace);
  const [workspaces, { notices, unread }] = await Promise.all([
    listWorkspaces(person.id),
    listNotices(person.id, new Date()),
  ]);
  return (
    <>
      <Header workspaceId={null} workspaces={workspaces} person={person} unread={unread} />
      <SettingsPage title="Notices">
        <SettingsSection
          id="decisions"
          title="Decisions"
          about="What moderators decided about your words, with their reasons, and about what you flagged."
        >
          <NoticeList notices={notices} />
        </SettingsSection>
      </SettingsPage>
    </>
  );
}
