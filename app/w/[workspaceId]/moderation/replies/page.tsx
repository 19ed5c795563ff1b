/** The moderators' saved replies. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireMember } from "@/app/session";
import { ModerationLinks } from "@/components/moderation/ModerationLinks";
import { SavedReplies } from "@/components/moderation/SavedReplies";
import { SettingsPage, SettingsSection } from "@/components/shell/SettingsPage";
import { may } from "@/lib/access/policies";
import { listRules } from "@/lib/moderation/rules";
import { listReplies } from "@/lib/moderation/saved-replies";
import { savedRepliesPlace } from "@/lib/places";

interface Props {
  params: Promise<{ workspaceId: string }>;
}

export const metadata: Metadata = { title: "Saved replies" };

export default async function SavedRepliesPage({ params }: Props) {
  const { workspaceId } = await params;
  const { member } = await requireMember(workspaceId, savedRepliesPlace(workspaceId));
  if (!may(member, "moderation.work")) notFound();
  const [rules, replies] = await Promise.all([listRules(workspaceId), listReplies(workspaceId)]);
  return (
    <SettingsPage title="Saved replies">
      <ModerationLinks workspaceId={workspaceId} here="Saved replies" />
      <SettingsSection
        id="replies"
        title="What you say often"
        about="Press S at the desk to fill in the reasons from one of these, and change them as the case needs. A saved reply never decides anything. All moderators share them."
      >
        <SavedReplies workspaceId={workspaceId} rules={rules} replies={replies} />
      </SettingsSection>
    </SettingsPage>
  );
}
