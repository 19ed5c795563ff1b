/** The page of one rebuttal. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { isUuid, requireMember } from "@/app/session";
import { RebuttalScreen } from "@/components/rebuttal/RebuttalScreen";
import { titleOr } from "@/components/rebuttal/status-words";
import { locateArticle } from "@/lib/article/store";
import { rebuttalPlace } from "@/lib/places";
import { findRebuttal, listPassages, listPeople } from "@/lib/rebuttal/store";

interface Props {
  params: Promise<{ workspaceId: string; articleId: string; rebuttalId: string }>;
}

/** What the page shows, once this person may see it. Asked once for the title and the page. */
const load = cache(async (workspaceId: string, articleId: string, rebuttalId: string) => {
  const { person, member } = await requireMember(workspaceId, rebuttalPlace(workspaceId, articleId, rebuttalId));
  const article = isUuid(articleId) ? await locateArticle(articleId) : null;
  const rebuttal = isUuid(rebuttalId) ? await findRebuttal(rebuttalId) : null;
  if (article?.workspaceId !== workspaceId || rebuttal?.articleId !== articleId) notFound();
  return { person, member, rebuttal };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspaceId, articleId, rebuttalId } = await params;
  const { rebuttal } = await load(workspaceId, articleId, rebuttalId);
  return { title: titleOr(rebuttal.title) };
}

export default async function RebuttalPage({ params }: Props) {
  const { workspaceId, articleId, rebuttalId } = await params;
  const { person, member, rebuttal } = await load(workspaceId, articleId, rebuttalId);
  const [passages, people] = await Promise.all([listPassages(articleId), listPeople(workspaceId)]);
  const { id, name, color } = person;
  return (
    <main id="main">
      <RebuttalScreen
        workspaceId={workspaceId}
        member={member}
        person={{ id, name, color }}
        rebuttal={rebuttal}
        passages={passages}
        people={people}
      />
    </main>
  );
}
