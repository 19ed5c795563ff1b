/** How moderation goes in a workspace, week by week. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireMember } from "@/app/session";
import { HealthView } from "@/components/moderation/HealthView";
import { ModerationLinks } from "@/components/moderation/ModerationLinks";
import { SettingsPage } from "@/components/shell/SettingsPage";
import { may } from "@/lib/access/policies";
import { periodOf } from "@/lib/moderation/health";
import { periodSchema } from "@/lib/moderation/health.schema";
import { readHealth } from "@/lib/moderation/read-health";
import { moderationHealthPlace } from "@/lib/places";

interface Props {
  params: Promise<{ workspaceId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: "Health of moderation" };

export default async function HealthPage({ params, searchParams }: Props) {
  const { workspaceId } = await params;
  const { member } = await requireMember(workspaceId, moderationHealthPlace(workspaceId));
  if (!may(member, "moderation.work")) notFound();
  const asked = periodSchema.safeParse(await searchParams);
  const health = await readHealth(workspaceId, periodOf(asked.data ?? {}, new Date()));
  return (
    <SettingsPage title="Health of moderation">
      <ModerationLinks workspaceId={workspaceId} here="Health" />
      <HealthView workspaceId={workspaceId} health={health} />
    </SettingsPage>
  );
}
