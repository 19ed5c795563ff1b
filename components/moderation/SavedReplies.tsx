/** The moderators' saved replies: read, written, changed and deleted. */
"use client";

import { Button, Group, Stack, Text } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmButton } from "@/components/shell/ConfirmButton";
import { Row, Rows } from "@/components/shell/Rows";
import { toastDone } from "@/components/shell/toast";
import { call } from "@/lib/http/call";
import { changeReply, createReply, deleteReply } from "@/lib/moderation/desk-endpoints";
import type { ReplyDraft, SavedReply } from "@/lib/moderation/saved-reply.schema";
import type { Rule } from "@/lib/moderation/schema";
import { SavedReplyForm } from "./SavedReplyForm";
import { measureVerbs, reasonNames } from "./words";

interface Props {
  workspaceId: string;
  rules: readonly Rule[];
  replies: readonly SavedReply[];
}

/** What is being written: a new one, one that is there, or nothing. */
type Writing = { type: "nothing" } | { type: "new" } | { type: "change"; reply: SavedReply };

export function SavedReplies({ workspaceId, rules, replies }: Props) {
  const router = useRouter();
  const [writing, setWriting] = useState<Writing>({ type: "nothing" });
  const close = () => setWriting({ type: "nothing" });
  const save = async (draft: ReplyDraft) => {
    if (writing.type === "change")
      await call(changeReply, { params: { workspaceId, replyId: writing.reply.id }, body: draft });
    else await call(createReply, { params: { workspaceId }, body: draft });
    toastDone(`“${draft.title}” is saved.`);
    close();
    router.refresh();
  };
  const remove = async ({ id, title }: SavedReply) => {
    await call(deleteReply, { params: { workspaceId, replyId: id } });
    toastDone(`“${title}” is deleted.`);
    close();
    router.refresh();
  };
  return (
    <Stack>
      {replies.length === 0 ? (
        <Text c="dimmed">None yet. Save one when you notice that you write the same reasons again.</Text>
      ) : (
        <Rows label="Saved replies">
          {replies.map((reply) => (
            <Row key={reply.id} title={reply.title} detail={<Detail reply={reply} rules={rules} />}>
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={`Change “${reply.title}”`}
                onClick={() => setWriting({ type: "change", reply })}
              >
                Change
              </Button>
              <ConfirmButton
                label={`Delete “${reply.title}”`}
                question={`Delete “${reply.title}”?`}
                consequence="No moderator can choose it any more. Decisions made with it keep their words."
                confirm="Delete"
                onConfirm={() => remove(reply)}
              >
                Delete
              </ConfirmButton>
            </Row>
          ))}
        </Rows>
      )}
      {writing.type === "nothing" ? (
        <Group>
          <Button variant="default" onClick={() => setWriting({ type: "new" })}>
            Write a reply
          </Button>
        </Group>
      ) : (
        <SavedReplyForm
          key={writing.type === "change" ? writing.reply.id : "new"}
          reply={writing.type === "change" ? writing.reply : null}
          rules={rules}
          onSave={save}
          onCancel={close}
        />
      )}
    </Stack>
  );
}

function Detail({ reply: { measure, reason, ground, facts }, rules }: { reply: SavedReply; rules: readonly Rule[] }) {
  const rule = ground?.kind === "rule" ? rules.find(({ id }) => id === ground.ruleId) : undefined;
  const groundWords = rule ? `rule ${rule.number}` : ground?.kind === "law" ? ground.law : "no rule named";
  return (
    <>
      {measureVerbs[measure]} · {reasonNames[reason]} · {groundWords} · {facts}
    </>
  );
}
