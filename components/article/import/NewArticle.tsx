/** The import of a new article: when it is saved, its room opens. */
"use client";

import { useRouter } from "next/navigation";
import { importArticle } from "@/lib/article/endpoints";
import { call } from "@/lib/http/call";
import { roomPlace } from "@/lib/places";
import { ImportScreen } from "./ImportScreen";

interface Props {
  workspaceId: string;
  /** Whether this server fetches pages. */
  fetchesLinks: boolean;
}

export function NewArticle({ workspaceId, fetchesLinks }: Props) {
  const router = useRouter();
  return (
    <ImportScreen
      workspaceId={workspaceId}
      fetchesLinks={fetchesLinks}
      title="Import an article"
      action="Import"
      onSave={async (source, review) => {
        const { id } = await call(importArticle, { params: { workspaceId }, body: { ...source, review } });
        router.push(roomPlace(workspaceId, id));
      }}
    />
  );
}
