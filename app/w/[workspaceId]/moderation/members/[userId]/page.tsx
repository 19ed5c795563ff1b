/** A member as moderators know them: standing, history, notes. */
import { Text } from "@mantine/core";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isUuid, requireMember } from "@/app/session";
import { InviteChain } from "@/components/moderation/InviteChain";
import { MemberDecisions } from "@/components/moderation/MemberDecisions";
import { MemberComments, MemberFlags } from "@/components/moderation/MemberHistory";
import { MemberNotes } from "@/components/moderation/MemberNotes";
import { StandingForm } from "@/components/moderation/StandingForm";
import { standingNames } from "@/components/moderation/words";
import { SettingsPage, SettingsSection } from "@/components/shell/SettingsPage";
import { roleWords } from "@/components/workspaces/role-words";
import { may } from "@/lib/access/policies";
import { momentInWords } from "@/lib/dates";
import { readMemberRecord } from "@/lib/moderation/member-record";
import { listRules } from "@/lib/moderation/rules";
import { memberRecordPlace } from "@/lib/places";
import { locateMember } from "@/lib/workspaces/members";

interface Props {
  params: Promise<{ workspaceId: string; userId: string }>;
}

export const metadata: Metadata = { title: "A member’s record" };

export default async function MemberRecordPage({ params }: Props) {
  const { workspaceId, userId } = await params;
  const { member: reader } = await requireMember(workspaceId, memberRecordPlace(workspaceId, userId));
  if (!may(reader, "moderation.work") || !isUuid(userId)) notFound();
  const located = await locateMember(workspaceId, userId);
  if (!located) notFound();
  const [record, rules] = await Promise.all([
    readMemberRecord(workspaceId, userId, reader, new Date()),
    listRules(workspaceId),
  ]);
  const { member, standing, comments, flags, history, decisions, notes } = record;
  const until = standing.until === null ? "" : ` until ${momentInWords(Date.parse(standing.until))}`;
  return (
    <SettingsPage title={member.name}>
      <SettingsSection id="standing" title="Standing" about="What you change here holds at once, on open pages too.">
        <Text mb="sm">
          <b>
            {standingNames[standing.state]}
            {until}
          </b>
          . {roleWords[member.role].name}, here since {momentInWords(Date.parse(member.joinedAt))}.{" "}
          {comments === 1 ? "1 comment" : `${comments} comments`}. Of their flags {flags.agreed} held, {flags.disagreed}{" "}
          didn’t, {flags.open} wait.
        </Text>
        {may(reader, "member.restrict", located.facts) ? (
          <StandingForm workspaceId={workspaceId} member={member} standing={standing} rules={rules} />
        ) : (
          <Text size="sm" c="dimmed">
            Nobody restricts an owner or themselves; moderators are restricted by owners.
          </Text>
        )}
      </SettingsSection>
      <SettingsSection id="invitations" title="Invitations" about="Who brought them in, and whom they brought in.">
        <InviteChain workspaceId={workspaceId} name={member.name} record={record} />
      </SettingsSection>
      <SettingsSection id="decisions" title="Decisions" about="About them, and about what they wrote.">
        <MemberDecisions workspaceId={workspaceId} name={member.name} decisions={decisions} />
      </SettingsSection>
      <SettingsSection
        id="comments"
        title="Comments"
        about="The newest, as they stand now, with those that nobody else sees."
      >
        <MemberComments workspaceId={workspaceId} comments={history.comments} />
      </SettingsSection>
      <SettingsSection id="flags" title="Flags" about="The newest that they made, and whether they held.">
        <MemberFlags workspaceId={workspaceId} flags={history.flags} />
      </SettingsSection>
      <SettingsSection id="notes" title="Notes" about="Among moderators.">
        <MemberNotes workspaceId={workspaceId} userId={userId} notes={notes} />
      </SettingsSection>
    </SettingsPage>
  );
}
