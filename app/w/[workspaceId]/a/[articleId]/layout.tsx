/** The frame around an article's pages: where one is, and the tabs. */
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { isUuid, requireMember } from "@/app/session";
import { ArticleTabs } from "@/components/article/ArticleTabs";
import { readArticleTitle } from "@/lib/highlights/read-room";
import { roomPlace } from "@/lib/places";

interface Props {
  params: Promise<{ workspaceId: string; articleId: string }>;
  children: ReactNode;
}

export async function generateMetadata({ params }: Props) {
  const { workspaceId, articleId } = await params;
  await requireMember(workspaceId, roomPlace(workspaceId, articleId));
  return { title: isUuid(articleId) ? await readArticleTitle(workspaceId, articleId) : null };
}

export default async function ArticleLayout({ params, children }: Props) {
  const { workspaceId, articleId } = await params;
  await requireMember(workspaceId, roomPlace(workspaceId, articleId));
  const title = isUuid(articleId) ? await readArticleTitle(workspaceId, articleId) : null;
  if (title === null) notFound();
  return (
    <>
      <ArticleTabs workspaceId={workspaceId} articleId={articleId} title={title} />
      {children}
    </>
  );
}
