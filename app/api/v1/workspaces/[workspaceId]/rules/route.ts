/** A workspace's rules. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/moderation/endpoints";
import { changeRules, listRules } from "@/lib/moderation/rules";

export const GET = implement(endpoints.listRules, {
  locate: async ({ params }) => params,
  handle: async ({ params }) => ({ rules: await listRules(params.workspaceId) }),
});

export const PUT = implement(endpoints.changeRules, {
  locate: async ({ params }) => params,
  handle: async ({ params, body, member }) => ({
    rules: await changeRules(params.workspaceId, body.rules, member, new Date()),
  }),
});
