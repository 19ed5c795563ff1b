/** How fast people may invite others. */
import { deedLimit } from "@/lib/http/deed-limit";

/** A class or a conference gets one link for many people, so nobody needs many links. */
export const invitingLimit = deedLimit({
  name: "invitation",
  times: 30,
  seconds: 60 * 60,
  much: "You made many invitations in a short time.",
  muchFromHere: "Many invitations were made from your network in a short time.",
  kept: "This one was not made. One link can be for several people.",
});
