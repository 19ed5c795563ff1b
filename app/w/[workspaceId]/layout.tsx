/** The frame around a workspace's pages. */
import type { ReactNode } from "react";
import { requireMember } from "@/app/session";
import { Header } from "@/components/shell/Header";
import { db } from "@/lib/db/client";

interface Props {
  params: Promise<{ workspaceId: string }>;
  children: ReactNode;
}

export default async function WorkspaceLayout({ params, children }: Props) {
  const { workspaceId } = await params;
  const { person } = await requireMember(workspaceId, `/w/${workspaceId}`);
  const memberships = await db().membership.findMany({
    where: { userId: person.id },
    orderBy: { createdAt: "asc" },
    select: { workspace: { select: { id: true, name: true } } },
  });
  return (
    <>
      <Header workspaceId={workspaceId} workspaces={memberships.map(({ workspace }) => workspace)} person={person} />
      {children}
    </>
  );
}
