/** A file to import: it is looked at, and kept until its import. */
import * as endpoints from "@/lib/article/endpoints";
import { kindOfFile } from "@/lib/article/import/kind-of-file";
import { keepSource } from "@/lib/article/import-sources";
import { implement } from "@/lib/http/implement";

export const POST = implement(endpoints.sendFile, {
  locate: async ({ params }) => params,
  handle: async ({ params: { workspaceId }, query, body: bytes, actor }) => {
    const kind = await kindOfFile(bytes, query.name);
    return { id: await keepSource({ workspaceId, userId: actor.user.id }, { kind, bytes }), kind };
  },
});
