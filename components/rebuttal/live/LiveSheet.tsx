/** A rebuttal while it is live: opens its document, and hands over from the stored text to the editor once there is content. */
"use client";

import { type ReactNode, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { People } from "@/components/live/People";
import { usePresence } from "@/components/live/presence";
import { SaveStatus } from "@/components/live/SaveStatus";
import { useDocument } from "@/components/live/useDocument";
import { useSignal } from "@/components/live/useSignal";
import type { DocumentHandle, SaveStatus as Status } from "@/lib/collab/client/handle";
import { rebuttalDocument } from "@/lib/collab/names";
import type { Rebuttal, RebuttalPerson } from "@/lib/rebuttal/endpoints";
import { StoppedNotice } from "../StoppedNotice";
import { LiveEditor } from "./LiveEditor";

interface Props {
  rebuttal: Rebuttal;
  person: RebuttalPerson;
  /** Whether this person may write, by their role and the rebuttal's status. */
  mayWrite: boolean;
  /** What stands here until the editor can take over. */
  stored: ReactNode;
  onStatus: (status: Status) => void;
  /** The server's copy is here: from now on events tell what changes, so what changed before has to be asked for. */
  onConnected: () => void;
  /** Told of the open document, and of null when it closes. */
  onOpened: (handle: DocumentHandle | null) => void;
  onPick: () => void;
}

const connecting: Status = { state: "connecting" };

export function LiveSheet({ rebuttal, person, mayWrite, stored, onStatus, onConnected, onOpened, onPick }: Props) {
  const { handle, reopen } = useDocument(rebuttalDocument(rebuttal.id), person.id);
  const status = useSignal(handle?.status ?? null, connecting);
  const content = useSignal(handle?.content ?? null, "none");
  const access = useSignal(handle?.access ?? null, "unknown");
  const others = usePresence(handle?.awareness ?? null, person.id);

  useEffect(() => onStatus(status), [status, onStatus]);
  useEffect(() => {
    if (content === "server") onConnected();
  }, [content, onConnected]);
  useEffect(() => {
    onOpened(handle);
    return () => onOpened(null);
  }, [handle, onOpened]);

  const isStopped = status.state === "refused" || status.state === "ended";
  const writes = mayWrite && access !== "read" && !isStopped;
  const isCovered = status.state === "ended" && status.isCovered;
  return (
    <>
      <InHeader>
        <People people={others} label="Also here now" />
        <SaveStatus status={status} writes={mayWrite && access !== "read"} />
      </InHeader>
      {isStopped && <StoppedNotice status={status} onContinue={reopen} />}
      {isCovered ? null : handle && content !== "none" ? (
        <LiveEditor
          handle={handle}
          person={person}
          writes={writes}
          answered={rebuttal.answers.map(({ highlightId }) => highlightId)}
          onPick={onPick}
        />
      ) : (
        stored
      )}
    </>
  );
}

/** The header keeps a place for who is here and where one's changes are. */
function InHeader({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useEffect(() => setPlace(document.getElementById("header-place")), []);
  return place && createPortal(children, place);
}
