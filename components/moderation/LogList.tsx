/** The moderation log, newest first: what was done, by whom as far as the reader may know, and on what ground. */
import { Text } from "@mantine/core";
import { Row, Rows } from "@/components/shell/Rows";
import { TextLink } from "@/components/shell/TextLink";
import { When } from "@/components/shell/When";
import type { LogEntry } from "@/lib/moderation/schema";
import { moderationLogPlace } from "@/lib/places";
import { measureDone, reasonNames } from "./words";

interface Props {
  workspaceId: string;
  entries: readonly LogEntry[];
  /** Whether there are earlier ones. */
  hasMore: boolean;
}

export function LogList({ workspaceId, entries, hasMore }: Props) {
  const last = entries.at(-1);
  if (!last) return <Text c="dimmed">Nothing was moderated here yet.</Text>;
  return (
    <>
      <Rows label="Entries">
        {entries.map((entry) => (
          <Row key={entry.number} title={inWords(entry)} detail={<Detail entry={entry} />} />
        ))}
      </Rows>
      {hasMore && (
        <TextLink href={`${moderationLogPlace(workspaceId)}?before=${last.number}`}>Earlier entries</TextLink>
      )}
    </>
  );
}

function Detail({ entry: { number, at, decision, hash } }: { entry: LogEntry }) {
  return (
    <>
      {number} · <When at={Date.parse(at)} />
      {decision?.reason && ` · ${reasonNames[decision.reason]}`}
      {decision?.groundWords && ` · ${decision.groundWords}`}
      {decision?.facts && ` · ${decision.facts}`}
      {" · "}
      <code title={hash}>{hash.slice(0, 12)}</code>
    </>
  );
}

function inWords({ action, about, actor, byHand, decision, outcome }: LogEntry): string {
  const what = `a ${about ?? "comment"}`;
  const who = actor ?? (byHand ? "A member" : "Automatically");
  switch (action) {
    case "flag.made":
      return `${who} flagged ${what}`;
    case "flag.withdrawn":
      return `${who} took a flag back`;
    case "item.opened":
      return `${who} opened ${what} for moderation`;
    case "decision.made":
      return `${who}: ${what} was ${decision ? measureDone[decision.measure] : "decided about"}`;
    case "decision.undone":
      return `${who} took a decision back`;
    case "comment.purged":
    case "note.purged":
    case "rebuttal.purged":
      return `${who} purged ${what}: nothing is left of it`;
    case "comment.held":
      return "A comment was held until a moderator has looked";
    case "item.found":
      return "Something came to the queue for what was found in it";
    case "watched-words.changed":
      return `${who} changed the watched words`;
    case "posting-rules.changed":
      return `${who} changed what is asked of newcomers and edits`;
    case "member.decided":
      return `${who}: a member was ${decision ? measureDone[decision.measure] : "decided about"}`;
    case "member.noted":
      return `${who} left a note about a member`;
    case "appeal.made":
      return `${who} appealed`;
    case "appeal.decided":
      return `${who} decided an appeal: ${outcome === "overturned" ? "the decision was overturned" : "the decision stands"}`;
    case "thread.changed":
      return `${who} locked, slowed or opened a thread`;
    case "rules.changed":
      return `${who} changed the rules`;
    default:
      return `${who}: ${action}`;
  }
}
