/** The moderators' desk. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isUuid, requireMember } from "@/app/session";
import { Desk } from "@/components/moderation/Desk";
import { ServerData } from "@/components/shell/ServerData";
import { may } from "@/lib/access/policies";
import { locateReview } from "@/lib/moderation/locate";
import { listQueue } from "@/lib/moderation/queue";
import { listRules } from "@/lib/moderation/rules";
import { listReplies } from "@/lib/moderation/saved-replies";
import { deskPlace } from "@/lib/places";

interface Props {
  params: Promise<{ workspaceId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const pageSize = 100;

export const metadata: Metadata = { title: "Moderation" };

export default async function DeskPage({ params, searchParams }: Props) {
  const { workspaceId } = await params;
  const { item } = await searchParams;
  const { member } = await requireMember(workspaceId, deskPlace(workspaceId));
  if (!may(member, "moderation.work")) notFound();
  const [queue, rules, replies, named] = await Promise.all([
    listQueue(workspaceId, member, { show: "pending", limit: pageSize }, new Date()),
    listRules(workspaceId),
    listReplies(workspaceId),
    typeof item === "string" && isUuid(item) ? locateReview(item) : null,
  ]);
  const opened = typeof item === "string" && named?.workspaceId === workspaceId ? item : null;
  return (
    <ServerData>
      <Desk
        workspaceId={workspaceId}
        meId={member.userId}
        rules={rules}
        replies={replies}
        queue={queue}
        opened={opened}
      />
    </ServerData>
  );
}
