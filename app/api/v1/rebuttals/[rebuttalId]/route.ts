/** One rebuttal: read it, delete it. */
import { implement } from "@/lib/http/implement";
import { deleteRebuttal } from "@/lib/rebuttal/changes";
import * as endpoints from "@/lib/rebuttal/endpoints";
import { getRebuttal, locateRebuttal } from "@/lib/rebuttal/store";

export const GET = implement(endpoints.readRebuttal, {
  locate: ({ params }) => locateRebuttal(params.rebuttalId),
  handle: ({ params }) => getRebuttal(params.rebuttalId),
});

export const DELETE = implement(endpoints.deleteRebuttal, {
  locate: ({ params }) => locateRebuttal(params.rebuttalId),
  handle: ({ params, member }) => deleteRebuttal(member, params.rebuttalId),
});
