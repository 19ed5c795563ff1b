/** How fast one person may flag and appeal. */
import { rateLimit } from "@/lib/http/rate-limit";

export const flagLimit = rateLimit({
  name: "flag",
  times: 20,
  seconds: 10 * 60,
  words: "You flagged a lot in a short time. This flag was not sent.",
});

export const appealLimit = rateLimit({
  name: "appeal",
  times: 10,
  seconds: 60 * 60,
  words: "You appealed often in a short time. This appeal was not sent; its text is kept on your screen.",
});
