/** The toolbar at work: it shows what the selection is and does what its tools say. */
"use client";

import { Button, Group, Popover, TextInput } from "@mantine/core";
import { type Editor, useEditorState } from "@tiptap/react";
import { type FormEvent, type ReactNode, useState } from "react";
import { isAllowedLink } from "@/lib/links";
import { Toolbar } from "../Toolbar";
import type { Tool } from "../toolbar-items";

interface Props {
  editor: Editor;
  linkOpened: boolean;
  onLinkOpened: (opened: boolean) => void;
  onCite: () => void;
}

export function LiveToolbar({ editor, linkOpened, onLinkOpened, onCite }: Props) {
  const { active, unavailable } = useEditorState({ editor, selector: ({ editor }) => stateOf(editor) });
  const use = (tool: Tool) => {
    if (tool === "cite") onCite();
    else if (tool === "link") onLinkOpened(true);
    else apply(editor, tool);
  };
  const wrap = (tool: Tool, button: ReactNode) =>
    tool === "link" ? (
      <LinkPopover key={tool} editor={editor} opened={linkOpened} onChange={onLinkOpened}>
        {button}
      </LinkPopover>
    ) : (
      button
    );
  return <Toolbar active={new Set(active)} unavailable={new Set(unavailable)} onUse={use} wrap={wrap} />;
}

function stateOf(editor: Editor): { active: Tool[]; unavailable: Tool[] } {
  const marks = ["bold", "italic", "strike", "code", "link"] as const;
  const blocks = ["bulletList", "orderedList", "blockquote", "codeBlock"] as const;
  const active: Tool[] = [...marks, ...blocks].filter((name) => editor.isActive(name));
  if (editor.isActive("heading", { level: 2 })) active.push("heading");
  if (editor.isActive("heading", { level: 3 })) active.push("subheading");
  const unavailable: Tool[] = (["undo", "redo"] as const).filter((name) => !editor.can()[name]());
  if (editor.isActive("codeBlock") || editor.isActive("citation")) unavailable.push(...marks);
  return { active, unavailable };
}

function apply(editor: Editor, tool: Exclude<Tool, "cite" | "link">): void {
  const chain = editor.chain().focus();
  switch (tool) {
    case "undo":
      return void chain.undo().run();
    case "redo":
      return void chain.redo().run();
    case "heading":
      return void chain.toggleHeading({ level: 2 }).run();
    case "subheading":
      return void chain.toggleHeading({ level: 3 }).run();
    case "bold":
      return void chain.toggleBold().run();
    case "italic":
      return void chain.toggleItalic().run();
    case "strike":
      return void chain.toggleStrike().run();
    case "code":
      return void chain.toggleCode().run();
    case "bulletList":
      return void chain.toggleBulletList().run();
    case "orderedList":
      return void chain.toggleOrderedList().run();
    case "blockquote":
      return void chain.toggleBlockquote().run();
    case "codeBlock":
      return void chain.toggleCodeBlock().run();
  }
}

interface LinkProps {
  editor: Editor;
  opened: boolean;
  onChange: (opened: boolean) => void;
  children: ReactNode;
}

function LinkPopover({ editor, opened, onChange, children }: LinkProps) {
  return (
    <Popover
      opened={opened}
      onChange={onChange}
      trapFocus
      withRoles={false}
      returnFocus={false}
      withArrow
      shadow="md"
      position="bottom"
    >
      <Popover.Target>
        <span>{children}</span>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label="Link">
        <LinkForm editor={editor} onClose={() => onChange(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function LinkForm({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const current = String(editor.getAttributes("link").href ?? "");
  const [href, setHref] = useState(current);
  const [problem, setProblem] = useState<string | null>(null);

  const close = () => {
    onClose();
    editor.commands.focus();
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange("link").unsetLink().run();
    onClose();
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const link = withScheme(href.trim());
    if (!isAllowedLink(link)) return setProblem("A link leads to a page on the web or to a mail address.");
    const chain = editor.chain().focus().extendMarkRange("link");
    // Without words to carry it, the link brings its own.
    if (editor.state.selection.empty && current === "")
      chain.insertContent({ type: "text", text: href.trim(), marks: [{ type: "link", attrs: { href: link } }] }).run();
    else chain.setLink({ href: link }).run();
    onClose();
  };

  return (
    <form onSubmit={save} onKeyDown={(event) => event.key === "Escape" && close()}>
      <TextInput
        data-autofocus
        label="Link to"
        placeholder="https://"
        value={href}
        error={problem}
        onChange={(event) => setHref(event.currentTarget.value)}
        w={280}
      />
      <Group mt="sm" gap="xs" justify="flex-end">
        {current !== "" && (
          <Button variant="subtle" color="red" size="compact-sm" onClick={remove}>
            Remove link
          </Button>
        )}
        <Button type="submit" size="compact-sm">
          Set link
        </Button>
      </Group>
    </form>
  );
}

/** What people type without a scheme is a page, or a mail address when it looks like one. */
function withScheme(typed: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(typed)) return typed;
  return /^[^\s/@]+@[^\s/@]+$/.test(typed) ? `mailto:${typed}` : `https://${typed}`;
}
