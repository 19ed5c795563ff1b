/** A workspace's members, their roles, and their leaving. */
"use client";

import { Badge, Group, Text } from "@mantine/core";
import { useRouter } from "next/navigation";
import { ConfirmButton } from "@/components/shell/ConfirmButton";
import { PersonAvatar } from "@/components/shell/PersonAvatar";
import { Problem } from "@/components/shell/Problem";
import { Row, Rows } from "@/components/shell/Rows";
import { toastDone } from "@/components/shell/toast";
import { useSubmission } from "@/components/shell/useSubmission";
import { type Member, may, type Role, roles } from "@/lib/access/policies";
import { call } from "@/lib/http/call";
import { changeRole, type ListedMember, removeMember } from "@/lib/workspaces/endpoints";
import { RoleSelect } from "./RoleSelect";
import { roleWords } from "./role-words";

interface Props {
  workspace: { id: string; name: string };
  members: readonly ListedMember[];
  /** Who looks at the list. */
  reader: Member;
}

export function MemberList({ workspace, members, reader }: Props) {
  const router = useRouter();
  const owners = members.filter(({ role }) => role === "owner").length;
  const change = useSubmission(async ({ member, role }: { member: ListedMember; role: Role }) => {
    await call(changeRole, { params: { workspaceId: workspace.id, userId: member.userId }, body: { role } });
    toastDone(`${member.name} is ${roleWords[role].one} now.`);
    router.refresh();
  });
  const remove = async ({ userId, name }: ListedMember) => {
    await call(removeMember, { params: { workspaceId: workspace.id, userId } });
    if (userId === reader.userId) return window.location.assign("/account");
    toastDone(`${name} is no longer a member.`);
    router.refresh();
  };
  return (
    <>
      <Rows label="Members">
        {members.map((member) => {
          const { userId, name, email, role } = member;
          const isReader = userId === reader.userId;
          const facts = { targetId: userId, targetRole: role, owners };
          return (
            <Row
              key={userId}
              before={<PersonAvatar person={member} size={36} />}
              title={
                <Group gap="xs">
                  {name}
                  {isReader && (
                    <Badge variant="light" size="sm" tt="none" fw={500}>
                      you
                    </Badge>
                  )}
                </Group>
              }
              detail={email}
            >
              {/* An owner who steps down can't undo it, so it takes another owner's hand. */}
              {!isReader && may(reader, "member.change-role", facts) ? (
                <RoleSelect
                  aria-label={`Role of ${name}`}
                  w={150}
                  roles={roles}
                  value={role}
                  disabled={change.isRunning}
                  onChange={(next) => next !== role && change.submit({ member, role: next })}
                />
              ) : (
                <Text size="sm">{roleWords[role].name}</Text>
              )}
              {may(reader, "member.remove", facts) && (
                <ConfirmButton
                  question={isReader ? `Leave ${workspace.name}?` : `Remove ${name} from ${workspace.name}?`}
                  consequence={
                    isReader
                      ? "You won't see its articles any more. What you wrote stays, under your name. You can come back by an invitation."
                      : "They won't see its articles any more, and invitations they made stop working. What they wrote stays, under their name."
                  }
                  confirm={isReader ? "Leave" : "Remove"}
                  label={isReader ? `Leave ${workspace.name}` : `Remove ${name}`}
                  onConfirm={() => remove(member)}
                >
                  {isReader ? "Leave" : "Remove"}
                </ConfirmButton>
              )}
            </Row>
          );
        })}
      </Rows>
      <Problem>{change.problem}</Problem>
    </>
  );
}
