/** Opens a realtime document for a page that does without it at first: the client loads after the page. */
"use client";

import { useEffect, useState } from "react";
import type { DocumentHandle } from "@/lib/collab/client/handle";
import type { DocumentName } from "@/lib/collab/names";

/** Null until it is opened. */
export function useLateDocument(name: DocumentName, userId: string): DocumentHandle | null {
  const [handle, setHandle] = useState<DocumentHandle | null>(null);
  useEffect(() => {
    let opened: DocumentHandle | null = null;
    let hasLeft = false;
    const open = async () => {
      const { openDocument } = await import("@/lib/collab/client");
      if (hasLeft) return;
      opened = openDocument(name, { userId });
      setHandle(opened);
    };
    // Out of reach: the page does its work all the same.
    open().catch(() => undefined);
    return () => {
      hasLeft = true;
      setHandle(null);
      opened?.destroy();
    };
  }, [name, userId]);
  return handle;
}
