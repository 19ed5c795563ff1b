/** The endpoints of watched words and posting rules: their definitions. */
import { z } from "zod";
import { endpoint } from "@/lib/http/endpoint";
import { postingRulesSchema, trialSchema, watchedListSchema, watchedWordSchema } from "./schema";

const ofWorkspace = z.object({ workspaceId: z.uuid() });

/** In bytes: a full list, with room. */
const longestList = 4 * 1024 * 1024;

export const listWatchedWords = endpoint({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/watched-words",
  summary: "The words that the workspace watches for in comments; for moderators alone",
  audience: "moderation.work",
  params: ofWorkspace,
  response: z.object({ words: z.array(watchedWordSchema), version: z.number().int() }),
});

export const changeWatchedWords = endpoint({
  method: "PUT",
  path: "/api/v1/workspaces/:workspaceId/watched-words",
  summary: "Set the words that the workspace watches for, by the version of the list that was read",
  audience: "moderation.work",
  params: ofWorkspace,
  body: z.object({ words: watchedListSchema, version: z.number().int().nonnegative() }),
  maxBody: longestList,
  response: z.object({ version: z.number().int() }),
});

export const tryWatchedWords = endpoint({
  method: "POST",
  path: "/api/v1/workspaces/:workspaceId/watched-words/trial",
  summary: "Try a list of words out on the comments that are there; nothing is changed",
  audience: "moderation.work",
  params: ofWorkspace,
  body: z.object({ words: watchedListSchema }),
  maxBody: longestList,
  response: trialSchema,
});

export const readPostingRules = endpoint({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/posting-rules",
  summary: "What the workspace asks of newcomers and of edits",
  audience: "moderation.work",
  params: ofWorkspace,
  response: postingRulesSchema,
});

export const changePostingRules = endpoint({
  method: "PUT",
  path: "/api/v1/workspaces/:workspaceId/posting-rules",
  summary: "Set what the workspace asks of newcomers and of edits",
  audience: "moderation.work",
  params: ofWorkspace,
  body: postingRulesSchema,
  response: postingRulesSchema,
});
