/** The API of workspaces, their members and invitations: shapes and endpoints. */
import { z } from "zod";
import { roles } from "@/lib/access/policies";
import { endpoint } from "@/lib/http/endpoint";
import { emailSchema, newPasswordSchema, personNameSchema, workspaceNameSchema } from "@/lib/people/fields";

const roleSchema = z.enum(roles);
const ofWorkspace = z.object({ workspaceId: z.uuid() });
const ofMember = z.object({ workspaceId: z.uuid(), userId: z.uuid() });
const ofInvitation = z.object({ workspaceId: z.uuid(), invitationId: z.uuid() });

export const namedSchema = z.object({ name: workspaceNameSchema });

const memberSchema = z.object({
  userId: z.uuid(),
  name: z.string(),
  /** Null for a reader who may not invite, unless it is their own. */
  email: z.string().nullable(),
  /** Six-digit hex. */
  color: z.string(),
  role: roleSchema,
  joinedAt: z.iso.datetime(),
});
export type ListedMember = z.infer<typeof memberSchema>;

const invitationSchema = z.object({
  id: z.uuid(),
  role: roleSchema,
  /** For whom it is, in the inviter's words. */
  note: z.string().nullable(),
  maxUses: z.number().int(),
  uses: z.number().int(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** Null when their account is gone. */
  invitedBy: z.string().nullable(),
});
export type ListedInvitation = z.infer<typeof invitationSchema>;

const invitationTokenSchema = z.string().max(100);

export const listWorkspaces = endpoint({
  method: "GET",
  path: "/api/v1/workspaces",
  summary: "The workspaces one is a member of",
  audience: "signed-in",
  response: z.object({
    workspaces: z.array(z.object({ id: z.uuid(), name: z.string(), /** One's own. */ role: roleSchema })),
  }),
});

export const createWorkspace = endpoint({
  method: "POST",
  path: "/api/v1/workspaces",
  summary: "Make a workspace and become its owner",
  audience: "signed-in",
  body: namedSchema,
  response: z.object({ id: z.uuid() }),
  status: 201,
});

export const renameWorkspace = endpoint({
  method: "PATCH",
  path: "/api/v1/workspaces/:workspaceId",
  summary: "Rename a workspace",
  audience: "workspace.update",
  params: ofWorkspace,
  body: namedSchema,
  response: z.void(),
  status: 204,
});

export const listMembers = endpoint({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/members",
  summary: "A workspace's members, by name",
  audience: "member.list",
  params: ofWorkspace,
  response: z.object({ members: z.array(memberSchema) }),
});

export const changeRole = endpoint({
  method: "PATCH",
  path: "/api/v1/workspaces/:workspaceId/members/:userId",
  summary: "Give a member another role",
  audience: "member.change-role",
  params: ofMember,
  body: z.object({ role: roleSchema }),
  response: z.void(),
  status: 204,
});

export const removeMember = endpoint({
  method: "DELETE",
  path: "/api/v1/workspaces/:workspaceId/members/:userId",
  summary: "Remove a member, or leave",
  audience: "member.remove",
  params: ofMember,
  response: z.void(),
  status: 204,
});

export const listInvitations = endpoint({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/invitations",
  summary: "The invitations that can still be used, newest first",
  audience: "invitation.list",
  params: ofWorkspace,
  response: z.object({ invitations: z.array(invitationSchema) }),
});

export const createInvitation = endpoint({
  method: "POST",
  path: "/api/v1/workspaces/:workspaceId/invitations",
  summary: "Make an invitation link; the answer is the only place where it can be read",
  audience: "invitation.create",
  params: ofWorkspace,
  body: z.object({
    role: roleSchema,
    note: z.string().trim().max(120).optional(),
    maxUses: z.number().int().min(1).max(500).default(1),
    /** Until it expires. */
    days: z.number().int().min(1).max(90).default(7),
  }),
  response: invitationSchema.extend({ url: z.url() }),
  status: 201,
});

export const revokeInvitation = endpoint({
  method: "DELETE",
  path: "/api/v1/workspaces/:workspaceId/invitations/:invitationId",
  summary: "Revoke an invitation",
  audience: "invitation.revoke",
  params: ofInvitation,
  response: z.void(),
  status: 204,
});

export const acceptInvitation = endpoint({
  method: "POST",
  path: "/api/v1/invitations/accept",
  summary: "Join a workspace by an invitation's token",
  audience: "session",
  body: z.object({ token: invitationTokenSchema }),
  response: z.object({ workspaceId: z.uuid() }),
});

export const signUpSchema = z.object({
  token: invitationTokenSchema,
  name: personNameSchema,
  email: emailSchema,
  password: newPasswordSchema,
});

export const signUp = endpoint({
  method: "POST",
  path: "/api/v1/invitations/sign-up",
  summary: "Make an account by an invitation's token, and join",
  audience: "public",
  body: signUpSchema,
  response: z.object({ workspaceId: z.uuid() }),
  status: 201,
});
