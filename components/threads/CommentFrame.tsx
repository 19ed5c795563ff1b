/** The frame of one comment: whose it is and when it was written, above what it says and what one can do with it. */
import { UnstyledButton } from "@mantine/core";
import { forwardRef, type ReactNode } from "react";
import { PersonAvatar } from "@/components/shell/PersonAvatar";
import { When } from "@/components/shell/When";
import type { Author } from "@/lib/threads/schema";
import classes from "./CommentFrame.module.css";

interface Props {
  /** The id of its element, when others can link to it. */
  id?: string;
  author: Pick<Author, "name" | "color"> | null;
  /** When it was written, in milliseconds since 1970. */
  at: number;
  /** When it was changed, likewise. */
  editedAt?: number | null;
  /** Shows what it said before. */
  onShowVersions?: () => void;
  /** Others wrote it since the reader last was here. */
  isNew?: boolean;
  /** Not sent yet. */
  isFaint?: boolean;
  children: ReactNode;
}

const nobody = { name: "Someone who left", color: "gray" };

export const CommentFrame = forwardRef<HTMLElement, Props>(function CommentFrame(
  { id, author, at, editedAt = null, onShowVersions, isNew, isFaint, children },
  ref,
) {
  const { name } = author ?? nobody;
  return (
    <article
      ref={ref}
      id={id}
      tabIndex={-1}
      className={classes.comment}
      data-faint={isFaint || undefined}
      aria-label={`Comment by ${name}`}
    >
      <PersonAvatar person={author ?? nobody} size={24} />
      <div className={classes.words}>
        <p className={classes.byline}>
          <span className={classes.name}>{name}</span>
          <When at={at} className={classes.when} />
          {isNew && <span className={classes.new}>New</span>}
          {editedAt !== null && (
            <UnstyledButton className={classes.edited} onClick={onShowVersions}>
              edited <When at={editedAt} />
            </UnstyledButton>
          )}
        </p>
        {children}
      </div>
    </article>
  );
});
