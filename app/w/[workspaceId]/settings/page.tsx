/** A workspace's members, invitations and name. */
import type { Metadata } from "next";
import { requireMember } from "@/app/session";
import { SettingsPage, SettingsSection } from "@/components/shell/SettingsPage";
import { TextLink } from "@/components/shell/TextLink";
import { Invitations } from "@/components/workspaces/Invitations";
import { MemberList } from "@/components/workspaces/MemberList";
import { WorkspaceName } from "@/components/workspaces/WorkspaceName";
import { may } from "@/lib/access/policies";
import { moderationRulesPlace } from "@/lib/places";
import { listInvitations } from "@/lib/workspaces/invitations";
import { listMembers } from "@/lib/workspaces/members";
import { readWorkspace } from "@/lib/workspaces/workspaces";

export const metadata: Metadata = { title: "Members and settings" };

interface Props {
  params: Promise<{ workspaceId: string }>;
}

export default async function WorkspaceSettingsPage({ params }: Props) {
  const { workspaceId } = await params;
  const { member } = await requireMember(workspaceId, `/w/${workspaceId}/settings`);
  const mayInvite = may(member, "invitation.list");
  const [workspace, members, invitations] = await Promise.all([
    readWorkspace(workspaceId),
    listMembers(workspaceId, member),
    mayInvite ? listInvitations(workspaceId) : [],
  ]);
  return (
    <SettingsPage title={workspace.name}>
      <SettingsSection
        id="members"
        title="Members"
        about="Each role includes what the next one may do, except that moderators don't change what others wrote. There is always at least one owner."
      >
        <MemberList workspace={workspace} members={members} reader={member} />
      </SettingsSection>
      {mayInvite && (
        <SettingsSection
          id="invitations"
          title="Invitations"
          about="Whoever has the link can join with its role, until it runs out or you take it back."
        >
          <Invitations workspaceId={workspaceId} invitations={invitations} reader={member} />
        </SettingsSection>
      )}
      {may(member, "moderation.work") && (
        <SettingsSection
          id="moderation"
          title="Moderation rules"
          about="Words that are watched for, and what is asked of newcomers and of edits."
        >
          <TextLink href={moderationRulesPlace(workspaceId)}>Open the moderation rules</TextLink>
        </SettingsSection>
      )}
      {may(member, "workspace.update") && (
        <SettingsSection id="workspace" title="Workspace">
          <WorkspaceName workspace={workspace} />
        </SettingsSection>
      )}
    </SettingsPage>
  );
}
