/** All threads of an article, by what they hang on. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isUuid, requireMember } from "@/app/session";
import { ThreadsPage } from "@/components/threads/ThreadsPage";
import { may } from "@/lib/access/policies";
import { locateArticle } from "@/lib/article/store";
import { threadsPlace } from "@/lib/places";
import { cursorSchema, placeOf } from "@/lib/threads/cursor";
import { firstPage, readDiscussion, threadOn } from "@/lib/threads/discussion";
import { listThreads } from "@/lib/threads/list";
import { threadFilters } from "@/lib/threads/schema";
import { listMembers } from "@/lib/workspaces/members";

interface Props {
  params: Promise<{ workspaceId: string; articleId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const pageSize = 50;

export const metadata: Metadata = { title: "Threads" };

export default async function Threads({ params, searchParams }: Props) {
  const { workspaceId, articleId } = await params;
  const { person, member } = await requireMember(workspaceId, threadsPlace(workspaceId, articleId));
  const article = isUuid(articleId) ? await locateArticle(articleId) : null;
  if (article?.workspaceId !== workspaceId) notFound();

  const { show, before, thread } = await searchParams;
  const openId = typeof thread === "string" && isUuid(thread) ? thread : null;
  const filter = threadFilters.find((each) => each === show) ?? "all";
  const place = placeOf(cursorSchema.safeParse(before).data);
  const [page, whole, members] = await Promise.all([
    listThreads(articleId, member, { filter, before: place, limit: pageSize, alsoId: openId }),
    readDiscussion(await threadOn(articleId, { kind: "article" }), member, firstPage, new Date()),
    listMembers(workspaceId, member),
  ]);
  const { id, name, color } = person;
  return (
    <ThreadsPage
      workspaceId={workspaceId}
      articleId={articleId}
      filter={filter}
      page={page}
      openId={openId}
      isFirstPage={place === null}
      whole={whole}
      me={{ id, name, color }}
      people={members.map((each) => ({ id: each.userId, name: each.name, color: each.color }))}
      canComment={may(member, "comment.create")}
    />
  );
}
