/** A link among words to another page of ours, for pages that the server draws, too: a component can't be handed over there. */
"use client";

import { Anchor, type AnchorProps } from "@mantine/core";
import Link from "next/link";
import type { ReactNode } from "react";

interface Props extends AnchorProps {
  href: string;
  children: ReactNode;
}

export function TextLink({ href, children, ...anchor }: Props) {
  return (
    <Anchor component={Link} href={href} {...anchor}>
      {children}
    </Anchor>
  );
}
