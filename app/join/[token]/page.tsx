/** Where an invitation's link leads. */
import { Anchor } from "@mantine/core";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentPerson } from "@/app/session";
import { AcceptInvitation } from "@/components/people/AcceptInvitation";
import { JoinForm } from "@/components/people/JoinForm";
import { Threshold } from "@/components/people/Threshold";
import { roleWords } from "@/components/workspaces/role-words";
import { memberOf } from "@/lib/access/membership";
import { waysIn } from "@/lib/people/ways-in";
import { type InvitationState, invitationState } from "@/lib/workspaces/invitations";

export const metadata: Metadata = { title: "Join" };

interface Props {
  params: Promise<{ token: string }>;
}

const whyClosed: Record<Exclude<InvitationState["state"], "open">, string> = {
  expired: "This invitation has run out.",
  "used-up": "This invitation was used as often as it could be.",
  revoked: "This invitation was taken back.",
  unknown: "There is no such invitation. The link may have been cut short on its way to you.",
};

export default async function JoinPage({ params }: Props) {
  const { token } = await params;
  const [invitation, person] = await Promise.all([invitationState(token), currentPerson()]);
  if (invitation.state !== "open") {
    return (
      <Threshold title="This link is closed" lead={`${whyClosed[invitation.state]} Ask whoever sent it for a new one.`}>
        <Anchor href="/">To your workspaces</Anchor>
      </Threshold>
    );
  }
  const { workspaceId, workspaceName, role, invitedBy } = invitation;
  if (person && (await memberOf(person.id, workspaceId))) redirect(`/w/${workspaceId}`);
  const { one, can } = roleWords[role];
  return (
    <Threshold
      title={`Join ${workspaceName}`}
      lead={`${invitedBy ?? "Somebody who has left since"} invites you to take articles apart and answer them together. As ${one} you can ${can}.`}
    >
      {person ? (
        <AcceptInvitation token={token} person={person} />
      ) : (
        <JoinForm token={token} providers={waysIn().providers} />
      )}
    </Threshold>
  );
}
