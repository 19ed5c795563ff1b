/** The workspace's rules, which decisions cite. */
import type { Metadata } from "next";
import { requireMember } from "@/app/session";
import { RuleList } from "@/components/moderation/RuleList";
import { RulesForm } from "@/components/moderation/RulesForm";
import { SettingsPage, SettingsSection } from "@/components/shell/SettingsPage";
import { may } from "@/lib/access/policies";
import { listRules } from "@/lib/moderation/rules";
import { rulesPlace } from "@/lib/places";

interface Props {
  params: Promise<{ workspaceId: string }>;
}

export const metadata: Metadata = { title: "Rules" };

export default async function RulesPage({ params }: Props) {
  const { workspaceId } = await params;
  const { member } = await requireMember(workspaceId, rulesPlace(workspaceId));
  const rules = await listRules(workspaceId);
  return (
    <SettingsPage title="Rules">
      <SettingsSection
        id="rules"
        title="What holds here"
        about="When moderators take something down, they say which rule it broke. Whoever wrote it can appeal."
      >
        <RuleList rules={rules} />
      </SettingsSection>
      {may(member, "rules.change") && (
        <SettingsSection id="change" title="Change the rules" about="Few and plain ones are followed best.">
          <RulesForm key={rules.map(({ id }) => id).join()} workspaceId={workspaceId} rules={rules} />
        </SettingsSection>
      )}
    </SettingsPage>
  );
}
