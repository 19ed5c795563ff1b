/** The discussion on a highlight's card, with the server data it lives on. Loaded when somebody first opens one. */
"use client";

import { ServerData } from "@/components/shell/ServerData";
import { ThreadPanel } from "@/components/threads/ThreadPanel";
import { may } from "@/lib/access/policies";
import { useRoom } from "./room-context";

export function CardThread({ highlightId }: { highlightId: string }) {
  const { articleId, me, member, members, live } = useRoom();
  return (
    <ServerData>
      <ThreadPanel
        articleId={articleId}
        subject={{ kind: "highlight", id: highlightId }}
        me={me}
        people={members}
        canComment={may(member, "comment.create")}
        events={live?.handle ?? null}
        autoFocus
      />
    </ServerData>
  );
}
