/** The API of people's own accounts: shapes and endpoints. */
import { z } from "zod";
import { endpoint } from "@/lib/http/endpoint";
import {
  colorSchema,
  emailSchema,
  newPasswordSchema,
  personNameSchema,
  tokenNameSchema,
  workspaceNameSchema,
} from "./fields";

const personSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  /** Six-digit hex: caret and avatar. */
  color: z.string(),
});

const signInSchema = z.object({
  id: z.uuid(),
  /** "Firefox on Linux". */
  browser: z.string(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  /** The one that asks. */
  current: z.boolean(),
});
export type ListedSignIn = z.infer<typeof signInSchema>;

const apiTokenSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The token's first characters. */
  hint: z.string(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type ListedApiToken = z.infer<typeof apiTokenSchema>;

export const readMe = endpoint({
  method: "GET",
  path: "/api/v1/me",
  summary: "Who the session or token belongs to",
  audience: "signed-in",
  response: personSchema,
});

export const profileSchema = z.object({ name: personNameSchema.optional(), color: colorSchema.optional() });

export const updateMe = endpoint({
  method: "PATCH",
  path: "/api/v1/me",
  summary: "Change one's name or colour",
  audience: "session",
  body: profileSchema,
  response: z.void(),
  status: 204,
});

export const changePasswordSchema = z.object({
  /** Not needed by people who have none yet. */
  current: z.string().max(1000).optional(),
  next: newPasswordSchema,
});

export const changePassword = endpoint({
  method: "PUT",
  path: "/api/v1/me/password",
  summary: "Set a new password; every other sign-in ends",
  audience: "session",
  body: changePasswordSchema,
  response: z.void(),
  status: 204,
});

export const listSignIns = endpoint({
  method: "GET",
  path: "/api/v1/me/sign-ins",
  summary: "Where one is signed in, last seen first",
  audience: "session",
  response: z.object({ signIns: z.array(signInSchema) }),
});

export const endOtherSignIns = endpoint({
  method: "DELETE",
  path: "/api/v1/me/sign-ins",
  summary: "Sign out everywhere but here",
  audience: "session",
  response: z.void(),
  status: 204,
});

export const endSignIn = endpoint({
  method: "DELETE",
  path: "/api/v1/me/sign-ins/:signInId",
  summary: "Sign one browser out",
  audience: "session",
  params: z.object({ signInId: z.uuid() }),
  response: z.void(),
  status: 204,
});

export const listApiTokens = endpoint({
  method: "GET",
  path: "/api/v1/me/tokens",
  summary: "One's API tokens, newest first",
  audience: "session",
  response: z.object({ tokens: z.array(apiTokenSchema) }),
});

export const newTokenSchema = z.object({ name: tokenNameSchema });

export const createApiToken = endpoint({
  method: "POST",
  path: "/api/v1/me/tokens",
  summary: "Make an API token; the answer is the only place where it can be read",
  audience: "session",
  body: newTokenSchema,
  response: apiTokenSchema.extend({ token: z.string() }),
  status: 201,
});

export const revokeApiToken = endpoint({
  method: "DELETE",
  path: "/api/v1/me/tokens/:tokenId",
  summary: "Revoke an API token",
  audience: "session",
  params: z.object({ tokenId: z.uuid() }),
  response: z.void(),
  status: 204,
});

export const unlinkProvider = endpoint({
  method: "DELETE",
  path: "/api/v1/me/providers/:accountId",
  summary: "Unlink an account at GitHub, Google or another provider",
  audience: "session",
  params: z.object({ accountId: z.uuid() }),
  response: z.void(),
  status: 204,
});

export const welcomeSchema = z.object({
  name: personNameSchema,
  email: emailSchema,
  password: newPasswordSchema,
  workspaceName: workspaceNameSchema,
  /** Printed by the server at its start, when others than this machine can reach it. */
  setupCode: z.string().max(100).optional(),
});

export const welcomeFirstOwner = endpoint({
  method: "POST",
  path: "/api/v1/welcome",
  summary: "Make the first owner's account and workspace; open only until there is one",
  audience: "public",
  body: welcomeSchema,
  response: z.object({ workspaceId: z.uuid() }),
  status: 201,
});
