/** The tools above the text: what a block is, where it stands, emphasis and links, undo. */
"use client";

import { ActionIcon, NativeSelect } from "@mantine/core";
import {
  IconArrowBackUp,
  IconArrowDown,
  IconArrowForwardUp,
  IconArrowUp,
  IconBold,
  IconCode,
  IconItalic,
  IconLink,
  IconTrash,
} from "@tabler/icons-react";
import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import type { ComponentType } from "react";
import { type BlockKind, blockKinds } from "@/components/revisions/block-kinds";
import { isAllowedLink } from "@/lib/links";
import classes from "./BlockTools.module.css";
import { kindAt, mayMove, moveBlock, removeBlocks, setKind } from "./block-commands";

const kinds = Object.entries(blockKinds).map(([value, label]) => ({ value, label }));

export function BlockTools({ editor }: { editor: Editor }) {
  const now = useEditorState({
    editor,
    selector: ({ editor: field }) => ({
      kind: kindAt(field),
      isBold: field.isActive("bold"),
      isItalic: field.isActive("italic"),
      isCode: field.isActive("code"),
      isLink: field.isActive("link"),
      mayUp: mayMove(field, -1),
      mayDown: mayMove(field, 1),
      canUndo: field.can().undo(),
      canRedo: field.can().redo(),
    }),
  });
  return (
    <div className={classes.tools} role="toolbar" aria-label="Tools for the text">
      <NativeSelect
        size="xs"
        aria-label="What this block is"
        data={kinds}
        value={now.kind}
        onChange={({ currentTarget }) => setKind(editor, currentTarget.value as BlockKind)}
      />
      <Tool name="Move the block up" icon={IconArrowUp} isOff={!now.mayUp} onUse={() => moveBlock(editor, -1)} />
      <Tool name="Move the block down" icon={IconArrowDown} isOff={!now.mayDown} onUse={() => moveBlock(editor, 1)} />
      <Tool name="Delete the block" icon={IconTrash} onUse={() => removeBlocks(editor)} />
      <span className={classes.rule} />
      <Tool name="Strong" icon={IconBold} isOn={now.isBold} onUse={() => editor.chain().focus().toggleBold().run()} />
      <Tool
        name="Emphasis"
        icon={IconItalic}
        isOn={now.isItalic}
        onUse={() => editor.chain().focus().toggleItalic().run()}
      />
      <Tool name="Code" icon={IconCode} isOn={now.isCode} onUse={() => editor.chain().focus().toggleCode().run()} />
      <Tool name="Link" icon={IconLink} isOn={now.isLink} onUse={() => askForLink(editor)} />
      <span className={classes.rule} />
      <Tool name="Undo" icon={IconArrowBackUp} isOff={!now.canUndo} onUse={() => editor.chain().focus().undo().run()} />
      <Tool
        name="Redo"
        icon={IconArrowForwardUp}
        isOff={!now.canRedo}
        onUse={() => editor.chain().focus().redo().run()}
      />
    </div>
  );
}

interface ToolProps {
  name: string;
  icon: ComponentType<{ size: number }>;
  isOn?: boolean;
  isOff?: boolean;
  onUse: () => void;
}

function Tool({ name, icon: Icon, isOn, isOff = false, onUse }: ToolProps) {
  return (
    <ActionIcon
      variant={isOn ? "light" : "subtle"}
      color={isOn ? undefined : "gray"}
      aria-label={name}
      title={name}
      aria-pressed={isOn}
      disabled={isOff}
      // The caret stays in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onUse}
    >
      <Icon size={16} />
    </ActionIcon>
  );
}

/** Puts a link on the selected words, or takes the one at the caret away when its address is emptied. */
function askForLink(editor: Editor): void {
  const before: unknown = editor.getAttributes("link").href;
  const href = window.prompt("Where the link leads (empty: no link)", typeof before === "string" ? before : "https://");
  if (href === null) return;
  const words = editor.chain().focus().extendMarkRange("link");
  if (href === "" || href === "https://") words.unsetLink().run();
  else if (isAllowedLink(href)) words.setLink({ href }).run();
}
