/** How a member came into the workspace: who brought them in, who brought those in, and whom they brought in themselves. */
import { Text } from "@mantine/core";
import Link from "next/link";
import type { MemberRecord } from "@/lib/moderation/schema";
import { memberRecordPlace } from "@/lib/places";
import classes from "./InviteChain.module.css";
import { standingNames } from "./words";

interface Props {
  workspaceId: string;
  name: string;
  record: Pick<MemberRecord, "broughtInBy" | "broughtIn">;
}

export function InviteChain({ workspaceId, name, record: { broughtInBy, broughtIn } }: Props) {
  const chain = broughtInBy.toReversed();
  return (
    <>
      {chain.length === 0 ? (
        <Text size="sm">Nobody’s invitation is known to have brought {name} in.</Text>
      ) : (
        <ol className={classes.chain} aria-label="The chain of invitations">
          {chain.map((person) => (
            <li key={person.id}>
              <Person workspaceId={workspaceId} person={person} />
            </li>
          ))}
          <li aria-current="true">{name}</li>
        </ol>
      )}
      {broughtIn.length > 0 && (
        <Text size="sm" component="div" mt="xs">
          Brought in by {name}:
          <ul className={classes.people}>
            {broughtIn.map((person) => (
              <li key={person.id}>
                <Person workspaceId={workspaceId} person={person} />
              </li>
            ))}
          </ul>
        </Text>
      )}
    </>
  );
}

function Person({ workspaceId, person }: { workspaceId: string; person: MemberRecord["broughtInBy"][number] }) {
  const { id, name, standing } = person;
  return (
    <>
      <Link href={memberRecordPlace(workspaceId, id)}>{name}</Link>
      {standing !== "active" && ` (${standingNames[standing].toLowerCase()})`}
    </>
  );
}
