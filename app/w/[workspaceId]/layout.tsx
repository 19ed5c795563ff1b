/** The frame around a workspace's pages. */
import type { ReactNode } from "react";
import { requireMember } from "@/app/session";
import { Header } from "@/components/shell/Header";
import { countUnread } from "@/lib/notices/inbox";
import { listWorkspaces } from "@/lib/workspaces/workspaces";

interface Props {
  params: Promise<{ workspaceId: string }>;
  children: ReactNode;
}

export default async function WorkspaceLayout({ params, children }: Props) {
  const { workspaceId } = await params;
  const { person } = await requireMember(workspaceId, `/w/${workspaceId}`);
  return (
    <>
      <Header
        workspaceId={workspaceId}
        workspaces={await listWorkspaces(person.id)}
        person={person}
        unread={await countUnread(person.id, new Date())}
      />
      {children}
    </>
  );
}
