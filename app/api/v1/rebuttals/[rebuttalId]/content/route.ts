/** Takes a rebuttal out of the database for good. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/moderation/endpoints";
import { locateRebuttalText } from "@/lib/moderation/locate";
import { purgeContent } from "@/lib/moderation/purge";

export const DELETE = implement(endpoints.purgeRebuttal, {
  locate: ({ params }) => locateRebuttalText(params.rebuttalId),
  handle: ({ params, member }) => purgeContent({ kind: "rebuttal", id: params.rebuttalId }, member, new Date()),
});
