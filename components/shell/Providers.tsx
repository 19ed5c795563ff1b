/** What every page needs around it in the browser: the theme and the one toast. */
"use client";

import { MantineProvider } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { Toasts } from "./Toasts";
import { resolver, theme } from "./theme";

export function Providers({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  // The document's policy keeps the nonce it was loaded with, while a refreshed page brings another one.
  const [firstNonce] = useState(nonce ?? "");
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolver}
      defaultColorScheme="auto"
      getStyleNonce={() => firstNonce}
    >
      {children}
      <Toasts />
    </MantineProvider>
  );
}
