/** Around the rebuttals' pages: the cache of server data that their parts share. */
import type { ReactNode } from "react";
import { ServerData } from "@/components/shell/ServerData";

export default function RebuttalsLayout({ children }: { children: ReactNode }) {
  return <ServerData>{children}</ServerData>;
}
