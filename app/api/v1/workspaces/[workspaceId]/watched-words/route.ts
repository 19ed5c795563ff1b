/** The words that a workspace watches for. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/moderation/guard/endpoints";
import { changeWatchedWords, listWatchedWords } from "@/lib/moderation/guard/words";

export const GET = implement(endpoints.listWatchedWords, {
  locate: async ({ params }) => params,
  handle: ({ params }) => listWatchedWords(params.workspaceId),
});

export const PUT = implement(endpoints.changeWatchedWords, {
  locate: async ({ params }) => params,
  handle: ({ params, body, member }) => changeWatchedWords(params.workspaceId, body, member),
});
