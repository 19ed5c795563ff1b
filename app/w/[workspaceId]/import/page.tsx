/** Import: from pasted words, a file or a link to an article, with a look at it before anything is saved. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireMember } from "@/app/session";
import { NewArticle } from "@/components/article/import/NewArticle";
import { may } from "@/lib/access/policies";
import { config } from "@/lib/config/config";
import { importPlace } from "@/lib/places";

export const metadata: Metadata = { title: "Import an article" };

interface Props {
  params: Promise<{ workspaceId: string }>;
}

export default async function ImportPage({ params }: Props) {
  const { workspaceId } = await params;
  const { member } = await requireMember(workspaceId, importPlace(workspaceId));
  if (!may(member, "article.import")) notFound();
  return <NewArticle workspaceId={workspaceId} fetchesLinks={config().fetchesLinks} />;
}
