/** Where one writes a comment, a reply or a change: a plain field at once, which becomes the rich one when that has loaded. */
"use client";

import { Button, Group, Text, Textarea } from "@mantine/core";
import { type ReactNode, useRef, useState } from "react";
import {
  type CommentBody,
  cleanText,
  fromPlainText,
  isBlank,
  isPlain,
  maxCommentLength,
  toPlainText,
  trimBody,
} from "@/lib/threads/body";
import type { Author } from "@/lib/threads/schema";
import classes from "./Composer.module.css";
import { keepDraft, readDraft } from "./drafts";
import { useRichField } from "./useRichField";

/** From here on the composer says how many characters are left. */
const closeToLimit = 500;

interface Props {
  label: string;
  placeholder: string;
  /** What the button says: "Post", "Reply", "Save". */
  submitName: string;
  /** Where the words are kept on this device until they are posted. */
  draftKey: string;
  /** What stands in it when there is no draft. */
  initial?: CommentBody;
  /** Who can be mentioned. */
  people: readonly Author[];
  /** Whether it takes the focus when it appears. */
  autoFocus?: boolean;
  /** Whether the server is being asked to take the words. */
  isBusy?: boolean;
  /** Why it didn't. */
  error?: string | null;
  onSubmit: (body: CommentBody) => void;
  /** The writer leaves; the words are kept. Without it there is only the way out by moving on. */
  onCancel?: () => void;
  onWriting?: (isWriting: boolean) => void;
  /** Hears of each change, and with `false` that the words were posted or left. */
  onTyping?: (isTyping: boolean) => void;
}

const nothing = fromPlainText("");

export function Composer(props: Props) {
  const {
    draftKey,
    initial = nothing,
    autoFocus = false,
    isBusy = false,
    error,
    onCancel,
    onWriting,
    onTyping,
  } = props;
  const [draft] = useState(() => readDraft(draftKey));
  const [body, setBody] = useState(draft ?? initial);
  const [isOpen, setOpen] = useState(autoFocus || draft !== null);
  const frame = useRef<HTMLFieldSetElement>(null);
  const length = toPlainText(body).length;
  const canSubmit = !isBlank(body) && length <= maxCommentLength && !isBusy;

  const change = (next: CommentBody) => {
    setBody(next);
    keepDraft(draftKey, next);
    onTyping?.(!isBlank(next));
  };
  const submit = () => {
    if (canSubmit) props.onSubmit(trimBody(body));
  };
  const leave = () => {
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && frame.current?.contains(focused)) focused.blur();
    onCancel?.();
  };

  return (
    <fieldset
      ref={frame}
      className={classes.frame}
      aria-label={props.label}
      onFocus={() => {
        setOpen(true);
        onWriting?.(true);
      }}
      onBlur={({ relatedTarget }) => {
        if (frame.current?.contains(relatedTarget)) return;
        setOpen(!isBlank(body));
        onWriting?.(false);
        onTyping?.(false);
      }}
    >
      <Field {...props} autoFocus={autoFocus} body={body} onChange={change} onSubmit={submit} onLeave={leave}>
        {isOpen && (
          <Group gap={4} wrap="nowrap" ms="auto">
            <Text size="xs" c="dimmed" mx="xs">
              {length > maxCommentLength - closeToLimit
                ? `${(maxCommentLength - length).toLocaleString("en")} left`
                : draft !== null && "Kept from before"}
            </Text>
            {onCancel && (
              <Button size="compact-sm" variant="subtle" color="gray" onClick={leave}>
                Close
              </Button>
            )}
            <Button
              size="compact-sm"
              disabled={!canSubmit}
              loading={isBusy}
              onClick={submit}
              aria-keyshortcuts="Control+Enter Meta+Enter"
              title="Ctrl+Enter or ⌘+Enter"
            >
              {props.submitName}
            </Button>
          </Group>
        )}
      </Field>
      {error && (
        <Text size="xs" c="red" role="alert">
          {error}
        </Text>
      )}
    </fieldset>
  );
}

interface FieldProps extends Pick<Props, "label" | "placeholder" | "people"> {
  body: CommentBody;
  autoFocus: boolean;
  onChange: (body: CommentBody) => void;
  onSubmit: () => void;
  onLeave: () => void;
  /** What stands below the words. */
  children: ReactNode;
}

function Field({ label, placeholder, people, body, autoFocus, onChange, onSubmit, onLeave, children }: FieldProps) {
  const { state, load, plain } = useRichField(autoFocus);
  if (state.state === "rich") {
    return (
      <state.Field
        initial={body}
        caret={state.caret}
        label={label}
        placeholder={placeholder}
        people={people}
        onChange={onChange}
        onSubmit={onSubmit}
        onLeave={onLeave}
      >
        {children}
      </state.Field>
    );
  }
  return (
    <>
      <Textarea
        {...plain}
        variant="unstyled"
        size="sm"
        autosize
        minRows={1}
        classNames={{ input: classes.plain }}
        aria-label={label}
        placeholder={placeholder}
        autoFocus={autoFocus}
        // A mention or emphasis would be lost by typing here, so that waits for the rich field, unless it can't come.
        readOnly={!isPlain(body) && state.state !== "failed"}
        value={toPlainText(body)}
        onFocus={load}
        onChange={({ currentTarget }) => onChange(fromPlainText(cleanText(currentTarget.value)))}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Escape") onLeave();
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) onSubmit();
        }}
      />
      {children}
    </>
  );
}
