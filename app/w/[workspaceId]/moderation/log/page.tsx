/** The workspace's moderation log. */
import type { Metadata } from "next";
import { requireMember } from "@/app/session";
import { LogExport } from "@/components/moderation/LogExport";
import { LogList } from "@/components/moderation/LogList";
import { SettingsPage, SettingsSection } from "@/components/shell/SettingsPage";
import { readLog } from "@/lib/moderation/read-log";
import { moderationLogPlace } from "@/lib/places";

interface Props {
  params: Promise<{ workspaceId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const pageSize = 100;

export const metadata: Metadata = { title: "Moderation log" };

export default async function ModerationLogPage({ params, searchParams }: Props) {
  const { workspaceId } = await params;
  const { before } = await searchParams;
  const { member } = await requireMember(workspaceId, moderationLogPlace(workspaceId));
  const from = Number(before);
  const entries = await readLog(workspaceId, member, {
    before: Number.isInteger(from) && from > 0 ? from : null,
    limit: pageSize + 1,
  });
  return (
    <SettingsPage title="Moderation log">
      <SettingsSection
        id="entries"
        title="What was done"
        about="Nobody can change or take away an entry, owners neither. Each carries the hash of the one before it, so that a change would show. Who flagged is for moderators alone."
      >
        <LogList workspaceId={workspaceId} entries={entries.slice(0, pageSize)} hasMore={entries.length > pageSize} />
        {entries.length > 0 && <LogExport workspaceId={workspaceId} />}
      </SettingsSection>
    </SettingsPage>
  );
}
