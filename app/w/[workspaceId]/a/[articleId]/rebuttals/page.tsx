/** The page that lists an article's rebuttals. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isUuid, requireMember } from "@/app/session";
import { RebuttalList } from "@/components/rebuttal/RebuttalList";
import { may } from "@/lib/access/policies";
import { locateArticle } from "@/lib/article/store";
import { rebuttalsPlace } from "@/lib/places";
import { listPassages, listRebuttals } from "@/lib/rebuttal/store";

interface Props {
  params: Promise<{ workspaceId: string; articleId: string }>;
}

export const metadata: Metadata = { title: "Rebuttals" };

export default async function RebuttalsPage({ params }: Props) {
  const { workspaceId, articleId } = await params;
  const { member } = await requireMember(workspaceId, rebuttalsPlace(workspaceId, articleId));
  const article = isUuid(articleId) ? await locateArticle(articleId) : null;
  if (article?.workspaceId !== workspaceId) notFound();
  const [rebuttals, passages] = await Promise.all([listRebuttals(articleId), listPassages(articleId)]);
  return (
    <main id="main">
      <RebuttalList
        workspaceId={workspaceId}
        articleId={articleId}
        rebuttals={rebuttals}
        passages={passages}
        mayCreate={may(member, "rebuttal.create")}
      />
    </main>
  );
}
