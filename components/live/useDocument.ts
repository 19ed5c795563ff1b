/** Opens a realtime document for as long as a component stands. */
"use client";

import { useCallback, useEffect, useState } from "react";
import { openDocument } from "@/lib/collab/client";
import type { DocumentHandle } from "@/lib/collab/client/handle";
import type { DocumentName } from "@/lib/collab/names";

interface OpenedDocument {
  /** Null for the moment before it is opened. */
  handle: DocumentHandle | null;
  /** Leaves the document and opens it anew, clean: the way on after a refusal. */
  reopen: () => void;
}

export function useDocument(name: DocumentName, userId: string): OpenedDocument {
  const [handle, setHandle] = useState<DocumentHandle | null>(null);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round opens the same document again
  useEffect(() => {
    const opened = openDocument(name, { userId });
    setHandle(opened);
    return () => {
      setHandle(null);
      opened.destroy();
    };
  }, [name, userId, round]);
  return { handle, reopen: useCallback(() => setRound((before) => before + 1), []) };
}
