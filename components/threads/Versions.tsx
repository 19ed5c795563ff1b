/** What a comment said before its edits, the newest first. */
"use client";

import { Loader, Modal, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { When } from "@/components/shell/When";
import { AppError } from "@/lib/errors";
import { call } from "@/lib/http/call";
import * as endpoints from "@/lib/threads/endpoints";
import { CommentBody } from "./CommentBody";

interface Props {
  commentId: string;
  meId: string;
  onClose: () => void;
}

export function Versions({ commentId, meId, onClose }: Props) {
  const query = useQuery({
    queryKey: ["versions", commentId],
    queryFn: ({ signal }) => call(endpoints.listVersions, { params: { commentId }, signal }),
    // Always anew: it may have been edited, or taken down, since.
    gcTime: 0,
  });
  return (
    <Modal opened onClose={onClose} title="What this comment said" closeButtonProps={{ "aria-label": "Close" }}>
      {query.isPending && <Loader size="xs" aria-label="Loading what it said" />}
      {query.isError && (
        <Text size="sm" role="alert">
          It could not be loaded. {query.error instanceof AppError && query.error.message}
        </Text>
      )}
      <Stack component="ol" gap="md" p={0} m={0} style={{ listStyle: "none" }}>
        {query.data?.versions.toReversed().map(({ body, at }) => (
          <li key={at}>
            <Text size="xs" c="dimmed" component="div">
              <When at={Date.parse(at)} />
            </Text>
            <CommentBody body={body} meId={meId} />
          </li>
        ))}
      </Stack>
    </Modal>
  );
}
