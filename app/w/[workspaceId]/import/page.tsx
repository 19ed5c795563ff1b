/** Import: from pasted text or a file to an article, with a look at it before anything is saved. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireMember } from "@/app/session";
import { ImportScreen } from "@/components/article/import/ImportScreen";
import { may } from "@/lib/access/policies";
import { importPlace } from "@/lib/places";

export const metadata: Metadata = { title: "Import an article" };

interface Props {
  params: Promise<{ workspaceId: string }>;
}

export default async function ImportPage({ params }: Props) {
  const { workspaceId } = await params;
  const { member } = await requireMember(workspaceId, importPlace(workspaceId));
  if (!may(member, "article.import")) notFound();
  return <ImportScreen workspaceId={workspaceId} />;
}
