/** What is held, flagged or refused before anybody reads it: watched words, and what is asked of newcomers and of edits. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireMember } from "@/app/session";
import { PostingRulesForm } from "@/components/moderation/PostingRulesForm";
import { WatchedWords } from "@/components/moderation/WatchedWords";
import { SettingsPage, SettingsSection } from "@/components/shell/SettingsPage";
import { may } from "@/lib/access/policies";
import { readPostingRules } from "@/lib/moderation/guard/posting-rules";
import { listWatchedWords } from "@/lib/moderation/guard/words";
import { moderationRulesPlace } from "@/lib/places";

interface Props {
  params: Promise<{ workspaceId: string }>;
}

export const metadata: Metadata = { title: "Moderation rules" };

export default async function ModerationRulesPage({ params }: Props) {
  const { workspaceId } = await params;
  const { member } = await requireMember(workspaceId, moderationRulesPlace(workspaceId));
  if (!may(member, "moderation.work")) notFound();
  const [{ words, version }, rules] = await Promise.all([listWatchedWords(workspaceId), readPostingRules(workspaceId)]);
  return (
    <SettingsPage title="Moderation rules">
      <SettingsSection
        id="words"
        title="Watched words"
        about="What members write is searched for these when it is posted and when it is edited. Only moderators see the list; what moderators write is let through."
      >
        <WatchedWords key={version} workspaceId={workspaceId} words={words} version={version} />
      </SettingsSection>
      <SettingsSection
        id="newcomers"
        title="Newcomers and edits"
        about="What is asked of those who are new here, and of comments that change. None of it is asked of moderators."
      >
        <PostingRulesForm workspaceId={workspaceId} rules={rules} />
      </SettingsSection>
    </SettingsPage>
  );
}
