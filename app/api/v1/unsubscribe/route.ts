/** Where a digest's List-Unsubscribe header leads: one click of a mail program, or a person's browser. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/notices/endpoints";
import { stopMail } from "@/lib/notices/preferences";
import { readUnsubscribeToken } from "@/lib/notices/unsubscribe";
import { unsubscribePlace } from "@/lib/places";

export const GET = implement(endpoints.visitUnsubscribe, {
  handle: async ({ query }) => unsubscribePlace(query.token),
});

export const POST = implement(endpoints.stopMail, {
  handle: ({ query }) => stopMail(readUnsubscribeToken(query.token)),
});
