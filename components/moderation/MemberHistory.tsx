/** What a member said and flagged here of late, each with what became of it. */
import { Text } from "@mantine/core";
import { Row, Rows } from "@/components/shell/Rows";
import { TextLink } from "@/components/shell/TextLink";
import { When } from "@/components/shell/When";
import type { MemberHistory as History } from "@/lib/moderation/member-history.schema";
import { deskPlace, threadsPlace } from "@/lib/places";
import { reasonNames, stateNames } from "./words";

const outcomeNames: Record<History["flags"][number]["outcome"], string> = {
  held: "held",
  "did-not-hold": "didn’t hold",
  withdrawn: "taken back",
  open: "waits",
};

interface CommentsProps {
  workspaceId: string;
  comments: History["comments"];
}

export function MemberComments({ workspaceId, comments }: CommentsProps) {
  if (comments.length === 0) return <Text c="dimmed">None so far.</Text>;
  return (
    <Rows label="Their newest comments">
      {comments.map(({ id, createdAt, state, excerpt, articleId, articleTitle, reviewId }) => (
        <Row
          key={id}
          title={excerpt || "Nothing is left of it."}
          detail={
            <>
              {stateNames[state]} · <When at={Date.parse(createdAt)} /> ·{" "}
              <TextLink size="sm" href={threadsPlace(workspaceId, articleId)}>
                {articleTitle}
              </TextLink>
              {reviewId !== null && (
                <>
                  {" · "}
                  <TextLink size="sm" href={deskPlace(workspaceId, reviewId)}>
                    at the desk
                  </TextLink>
                </>
              )}
            </>
          }
        />
      ))}
    </Rows>
  );
}

interface FlagsProps {
  workspaceId: string;
  flags: History["flags"];
}

export function MemberFlags({ workspaceId, flags }: FlagsProps) {
  if (flags.length === 0) return <Text c="dimmed">None so far.</Text>;
  return (
    <Rows label="Their newest flags">
      {flags.map(({ id, createdAt, reason, outcome, reviewId }) => (
        <Row
          key={id}
          title={`${reasonNames[reason]}: ${outcomeNames[outcome]}`}
          detail={
            <>
              <When at={Date.parse(createdAt)} /> ·{" "}
              <TextLink size="sm" href={deskPlace(workspaceId, reviewId)}>
                at the desk
              </TextLink>
            </>
          }
        />
      ))}
    </Rows>
  );
}
