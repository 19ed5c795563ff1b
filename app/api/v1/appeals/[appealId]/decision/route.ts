/** Decides an appeal. */
import { implement } from "@/lib/http/implement";
import { decideAppeal } from "@/lib/moderation/appeals";
import * as endpoints from "@/lib/moderation/endpoints";
import { locateAppeal } from "@/lib/moderation/locate";

export const POST = implement(endpoints.decideAppeal, {
  locate: ({ params }) => locateAppeal(params.appealId),
  handle: ({ params, body, member }) => decideAppeal(params.appealId, body, member, new Date()),
});
