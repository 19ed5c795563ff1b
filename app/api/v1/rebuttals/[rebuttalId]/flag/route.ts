/** One's own flag on a rebuttal: make it, take it back. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/moderation/endpoints";
import { flagContent, withdrawFlag } from "@/lib/moderation/flags";
import { flagLimit } from "@/lib/moderation/limits";
import { locateRebuttalText } from "@/lib/moderation/locate";

export const POST = implement(endpoints.flagRebuttal, {
  locate: ({ params }) => locateRebuttalText(params.rebuttalId),
  handle: async ({ params, body, member, request }) => {
    await flagLimit.spend(member.userId, request.headers);
    await flagContent({ kind: "rebuttal", id: params.rebuttalId }, body, member, new Date());
  },
});

export const DELETE = implement(endpoints.withdrawRebuttalFlag, {
  locate: ({ params }) => locateRebuttalText(params.rebuttalId),
  handle: ({ params, member }) => withdrawFlag({ kind: "rebuttal", id: params.rebuttalId }, member, new Date()),
});
