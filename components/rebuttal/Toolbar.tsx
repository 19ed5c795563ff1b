/** The editor's toolbar as it looks: one stop for Tab, arrow keys inside it. The same before and after the editor is there. */
"use client";

import { ActionIcon, Tooltip } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import classes from "./Toolbar.module.css";
import { type Tool, toolGroups } from "./toolbar-items";

interface Props {
  /** Without an editor yet: all tools are there, none works. */
  disabled?: boolean;
  active?: ReadonlySet<Tool>;
  unavailable?: ReadonlySet<Tool>;
  onUse?: (tool: Tool) => void;
  /** Wraps a tool's button, for the one that opens something beside itself. */
  wrap?: (tool: Tool, button: ReactNode) => ReactNode;
}

const none: ReadonlySet<Tool> = new Set();

export function Toolbar({ disabled = false, active = none, unavailable = none, onUse, wrap }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState<Tool>("undo");

  const move = (event: KeyboardEvent) => {
    const tools = [...(bar.current?.querySelectorAll<HTMLElement>("[data-tool]") ?? [])];
    const at = tools.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tools.length - 1 }[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    tools.at(next % tools.length)?.focus();
  };

  return (
    <div ref={bar} role="toolbar" aria-label="Formatting" className={classes.toolbar} onKeyDown={move}>
      {toolGroups.map((group) => (
        <div key={group[0].tool} className={classes.group}>
          {group.map(({ tool, name, keys, Icon }) => {
            const button = (
              <ActionIcon
                key={tool}
                data-tool={tool}
                className={classes.tool}
                variant="subtle"
                color="gray"
                size={34}
                tabIndex={tool === stop ? 0 : -1}
                disabled={disabled}
                // Not `disabled`: a tool that can't be used now keeps its place among the arrow keys' stops.
                aria-disabled={unavailable.has(tool) || undefined}
                data-disabled={unavailable.has(tool) || undefined}
                aria-pressed={active.has(tool)}
                aria-label={name}
                onFocus={() => setStop(tool)}
                // The editor keeps its selection.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => !unavailable.has(tool) && onUse?.(tool)}
              >
                <Icon size={18} stroke={1.75} aria-hidden />
              </ActionIcon>
            );
            const described = (
              <Tooltip key={tool} label={`${name} (${keys.replace("Mod", "Ctrl")})`} openDelay={400}>
                {button}
              </Tooltip>
            );
            return wrap ? wrap(tool, described) : described;
          })}
        </div>
      ))}
    </div>
  );
}
