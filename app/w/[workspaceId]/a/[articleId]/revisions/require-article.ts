/** The article that a page about revisions is about, for a member of its workspace. */
import { notFound } from "next/navigation";
import { isUuid, requireMember } from "@/app/session";
import type { Member } from "@/lib/access/policies";
import { locateArticle } from "@/lib/article/store";

export interface ArticleParams {
  workspaceId: string;
  articleId: string;
}

/** To anybody else the article doesn't exist. */
export async function requireArticle(
  params: Promise<ArticleParams>,
  place: (workspaceId: string, articleId: string) => string,
) {
  const { workspaceId, articleId } = await params;
  const { person, member } = await requireMember(workspaceId, place(workspaceId, articleId));
  const article = isUuid(articleId) ? await locateArticle(articleId) : null;
  if (article?.workspaceId !== workspaceId) notFound();
  return { workspaceId, articleId, person, member: member satisfies Member };
}

/** A revision's number as an address has it; anything else is no page. */
export function numberIn(text: string | undefined): number {
  if (text === undefined || !/^[1-9]\d{0,5}$/.test(text)) notFound();
  return Number(text);
}
