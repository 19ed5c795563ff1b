/** The inbox's endpoints' definitions. */
import { z } from "zod";
import { endpoint } from "@/lib/http/endpoint";
import { cursorSchema } from "@/lib/threads/cursor";
import { choiceSchema, noticeSchema, preferencesSchema } from "./schema";
import { topics } from "./topics";

export { countNotices } from "./count.endpoint";

export const listNotices = endpoint({
  method: "GET",
  path: "/api/v1/me/notices",
  summary: "What one was told, newest first, and how much of it one hasn't read",
  audience: "signed-in",
  query: z.object({ before: cursorSchema.optional(), limit: z.coerce.number().int().min(1).max(100).default(30) }),
  response: z.object({
    notices: z.array(noticeSchema),
    unread: z.number().int(),
    /** Send it as `before` to get the notices after these; null when there are none. */
    next: z.string().nullable(),
  }),
});

export const readNotices = endpoint({
  method: "POST",
  path: "/api/v1/me/notices/read",
  summary: "Mark what one was told as read: the notices that are named, or all",
  audience: "session",
  body: z.object({ ids: z.array(z.uuid()).max(100) }).optional(),
  response: z.void(),
  status: 204,
});

export const readPreferences = endpoint({
  method: "GET",
  path: "/api/v1/me/notice-preferences",
  summary: "What one wants to hear of, and how",
  audience: "signed-in",
  response: preferencesSchema,
});

export const choosePreference = endpoint({
  method: "PUT",
  path: "/api/v1/me/notice-preferences/:topic",
  summary: "Choose what one wants to hear of a topic, and how",
  audience: "session",
  params: z.object({ topic: z.enum(topics) }),
  body: choiceSchema,
  response: z.void(),
  status: 204,
});

const withToken = z.object({ token: z.string().max(200) });

export const visitUnsubscribe = endpoint({
  method: "GET",
  path: "/api/v1/unsubscribe",
  summary: "The page with a button that stops letters",
  audience: "public",
  query: withToken,
  response: z.string(),
  status: 303,
});

export const stopMail = endpoint({
  method: "POST",
  path: "/api/v1/unsubscribe",
  summary: "Have nothing mailed any more: what a mail program's one click sends (RFC 8058)",
  audience: "public",
  query: withToken,
  response: z.void(),
  status: 204,
});
