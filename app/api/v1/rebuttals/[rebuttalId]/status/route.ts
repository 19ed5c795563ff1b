/** A rebuttal's status: move it on or back. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/rebuttal/endpoints";
import { moveRebuttal } from "@/lib/rebuttal/move";
import { getRebuttal, locateRebuttal } from "@/lib/rebuttal/store";

export const POST = implement(endpoints.moveRebuttal, {
  locate: ({ params }) => locateRebuttal(params.rebuttalId),
  handle: async ({ params, body, member }) => {
    await moveRebuttal(member, params.rebuttalId, body.move, body.version);
    return getRebuttal(params.rebuttalId);
  },
});
