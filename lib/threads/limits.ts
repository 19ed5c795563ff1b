/** How fast people may post and change comments, and react to them. */
import { deedLimit } from "@/lib/http/deed-limit";
import { rateLimit } from "@/lib/http/rate-limit";

/** Generous for a heated discussion, and too slow to flood one. */
export const postingLimit = deedLimit({
  name: "comment",
  times: 30,
  seconds: 60,
  much: "You wrote many comments in a short time.",
  muchFromHere: "Many comments came from your network in a short time.",
  kept: "This one was not posted; its text is kept on your screen.",
});

/** Enough to go through a long thread, and too slow to make its readers' pages flicker. */
export const reactionLimit = rateLimit({
  name: "reaction",
  times: 60,
  seconds: 60,
  words: "You reacted to many comments in a short time. This one was not counted.",
});
