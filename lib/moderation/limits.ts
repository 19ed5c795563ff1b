/** How fast people may flag and appeal. */
import { deedLimit } from "@/lib/http/deed-limit";

export const flagLimit = deedLimit({
  name: "flag",
  times: 20,
  seconds: 10 * 60,
  much: "You flagged a lot in a short time.",
  muchFromHere: "Many flags came from your network in a short time.",
  kept: "This flag was not sent.",
});

export const appealLimit = deedLimit({
  name: "appeal",
  times: 10,
  seconds: 60 * 60,
  much: "You appealed often in a short time.",
  muchFromHere: "Many appeals came from your network in a short time.",
  kept: "This appeal was not sent; its text is kept on your screen.",
});
