/** The endpoint that the bell of every page asks: by itself, because the others bring along all that a notice can say. */
import { z } from "zod";
import { endpoint } from "@/lib/http/endpoint";

export const countNotices = endpoint({
  method: "GET",
  path: "/api/v1/me/notices/unread",
  summary: "How much one was told and hasn't read",
  audience: "signed-in",
  response: z.object({ unread: z.number().int() }),
});
