/** Where one is signed in. */
import { implement } from "@/lib/http/implement";
import { signInIdOf } from "@/lib/people/actor";
import * as endpoints from "@/lib/people/endpoints";
import { endOtherSignIns, listSignIns } from "@/lib/people/sign-ins";

export const GET = implement(endpoints.listSignIns, {
  handle: async ({ actor }) => ({ signIns: await listSignIns(actor.user.id, signInIdOf(actor)) }),
});

export const DELETE = implement(endpoints.endOtherSignIns, {
  handle: ({ actor }) => endOtherSignIns(actor.user.id, signInIdOf(actor)),
});
