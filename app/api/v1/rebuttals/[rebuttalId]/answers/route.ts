/** The highlights that a rebuttal answers. */
import { implement } from "@/lib/http/implement";
import { setAnswers } from "@/lib/rebuttal/changes";
import * as endpoints from "@/lib/rebuttal/endpoints";
import { getRebuttal, locateRebuttal } from "@/lib/rebuttal/store";

export const PUT = implement(endpoints.setAnswers, {
  locate: ({ params }) => locateRebuttal(params.rebuttalId),
  handle: async ({ params, body, member }) => {
    await setAnswers(member, params.rebuttalId, body.highlightIds);
    return getRebuttal(params.rebuttalId);
  },
});
