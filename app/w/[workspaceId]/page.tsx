/** The library: a workspace's front page. */
import type { Metadata } from "next";
import { requireMember } from "@/app/session";
import { Library } from "@/components/library/Library";
import { listArticles } from "@/lib/article/library";
import { libraryPlace } from "@/lib/places";

interface Props {
  params: Promise<{ workspaceId: string }>;
}

export const metadata: Metadata = { title: "Library" };

export default async function LibraryPage({ params }: Props) {
  const { workspaceId } = await params;
  const { member } = await requireMember(workspaceId, libraryPlace(workspaceId));
  return (
    <main id="main">
      <Library workspaceId={workspaceId} member={member} articles={await listArticles(workspaceId)} />
    </main>
  );
}
