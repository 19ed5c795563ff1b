/** Keeps a panel that can't be shown (its code didn't load, say, while offline) from taking the room with it. */
"use client";

import { Button, Text } from "@mantine/core";
import { Component, type ReactNode } from "react";

interface Props {
  /** What can't be shown, as a sentence begins: "The editor". */
  what: string;
  children: ReactNode;
}

export class PanelBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <div role="alert">
        <Text size="sm" c="dimmed" mb={4}>
          {this.props.what} could not be opened. Nothing was lost. Are you online?
        </Text>
        <Button size="compact-xs" variant="light" onClick={() => this.setState({ failed: false })}>
          Try again
        </Button>
      </div>
    );
  }
}
