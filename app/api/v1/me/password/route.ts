/** One's password. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/people/endpoints";
import { changePassword } from "@/lib/people/users";

export const PUT = implement(endpoints.changePassword, {
  handle: ({ actor, body }) => changePassword({ actor, ...body }),
});
