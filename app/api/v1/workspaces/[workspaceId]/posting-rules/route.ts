/** What a workspace asks of newcomers and of edits. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/moderation/guard/endpoints";
import { changePostingRules, readPostingRules } from "@/lib/moderation/guard/posting-rules";

export const GET = implement(endpoints.readPostingRules, {
  locate: async ({ params }) => params,
  handle: ({ params }) => readPostingRules(params.workspaceId),
});

export const PUT = implement(endpoints.changePostingRules, {
  locate: async ({ params }) => params,
  handle: ({ params, body, member }) => changePostingRules(params.workspaceId, body, member),
});
