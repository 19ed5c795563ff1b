/** Loads the editor after the page has been shown: reading needs none of it. */
"use client";

import { useEffect, useState } from "react";
import { toastError } from "@/components/shell/toast";
import { AppError } from "@/lib/errors";
import type { LiveSheet } from "./live/LiveSheet";

/** The live half of the screen; null until it is there. */
export function useLiveSheet(): typeof LiveSheet | null {
  const [loaded, setLoaded] = useState<{ LiveSheet: typeof LiveSheet } | null>(null);
  useEffect(() => {
    let isWanted = true;
    import("./live/LiveSheet").then(
      (module) => isWanted && setLoaded(module),
      () =>
        isWanted &&
        toastError(
          new AppError("unavailable", "The editor could not be loaded. You can read on; reload the page to write."),
        ),
    );
    return () => {
      isWanted = false;
    };
  }, []);
  return loaded?.LiveSheet ?? null;
}
