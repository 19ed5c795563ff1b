/** One person's place among a rebuttal's contributors. */
import { implement } from "@/lib/http/implement";
import { addContributor, removeContributor } from "@/lib/rebuttal/changes";
import * as endpoints from "@/lib/rebuttal/endpoints";
import { getRebuttal, locateRebuttal } from "@/lib/rebuttal/store";

export const PUT = implement(endpoints.addContributor, {
  locate: ({ params }) => locateRebuttal(params.rebuttalId),
  handle: async ({ params, member }) => {
    await addContributor(member, params.rebuttalId, params.userId);
    return getRebuttal(params.rebuttalId);
  },
});

export const DELETE = implement(endpoints.removeContributor, {
  locate: ({ params }) => locateRebuttal(params.rebuttalId),
  handle: async ({ params, member }) => {
    await removeContributor(member, params.rebuttalId, params.userId);
    return getRebuttal(params.rebuttalId);
  },
});
