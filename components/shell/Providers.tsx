/** What every page needs around it in the browser: the theme, server data, and the one toast. */
"use client";

import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { AppError } from "@/lib/errors";
import { Toasts } from "./Toasts";
import { resolver, theme } from "./theme";

/** Trying again only helps when the server was out of reach or failed by itself. */
function retry(failures: number, error: Error): boolean {
  return failures < 2 && (!(error instanceof AppError) || error.status >= 500);
}

export function Providers({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  // The document's policy keeps the nonce it was loaded with, while a refreshed page brings another one.
  const [firstNonce] = useState(nonce ?? "");
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry, staleTime: 30_000 } } }));
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolver}
      defaultColorScheme="auto"
      getStyleNonce={() => firstNonce}
    >
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
      <Toasts />
    </MantineProvider>
  );
}
