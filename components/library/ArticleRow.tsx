/** One article in the library: its title, where the work on it stands, and who is at it. */
"use client";

import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconTrash } from "@tabler/icons-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { People } from "@/components/live/People";
import { toastDone, toastError } from "@/components/shell/toast";
import { When } from "@/components/shell/When";
import { type Member, may } from "@/lib/access/policies";
import { deleteArticle, type ListedArticle, restoreArticle } from "@/lib/article/endpoints";
import { call } from "@/lib/http/call";
import { rebuttalsPlace, roomPlace } from "@/lib/places";
import classes from "./Library.module.css";
import { claimsInWords, highlightsInWords, rebuttalsInWords } from "./progress-words";

interface Props {
  workspaceId: string;
  member: Member;
  article: ListedArticle;
}

export function ArticleRow({ workspaceId, member, article }: Props) {
  const { id, title, publisher, authors, createdBy, people, activeAt } = article;
  const { highlights, claims } = article.progress;
  const byline = [publisher, authors.join(", ")].filter(Boolean).join(" · ");
  const rebuttals = rebuttalsInWords(article.progress.rebuttals);
  const claimCount = claims.answered + claims.open;
  return (
    <li className={classes.row}>
      <div className={classes.rowHead}>
        <h2 className={classes.title}>
          <Link href={roomPlace(workspaceId, id)}>{title}</Link>
        </h2>
        {may(member, "article.delete", { authorId: createdBy?.id ?? null }) && <RowMenu article={article} />}
      </div>
      {byline && <p className={classes.byline}>{byline}</p>}
      <div className={classes.facts}>
        <span>{highlightsInWords(highlights)}</span>
        {claimCount > 0 && (
          <span className={classes.claims}>
            <span className={classes.bar} aria-hidden>
              <span className={classes.answered} style={{ flexGrow: claims.answered }} />
              <span style={{ flexGrow: claims.open }} />
            </span>
            {claimsInWords(claims)}
          </span>
        )}
        {rebuttals && <Link href={rebuttalsPlace(workspaceId, id)}>{rebuttals}</Link>}
        <span className={classes.activity}>
          <People people={people} label="People who marked something" size={24} />
          <When at={Date.parse(activeAt)} />
        </span>
      </div>
    </li>
  );
}

function RowMenu({ article: { id, title } }: { article: ListedArticle }) {
  const router = useRouter();
  const params = { articleId: id };
  const restore = () =>
    call(restoreArticle, { params })
      .then(() => router.refresh())
      .catch(toastError);
  const remove = () =>
    call(deleteArticle, { params })
      .then(() => {
        router.refresh();
        toastDone(`“${title}” is gone from the library.`, restore);
      })
      .catch(toastError);
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`More about “${title}”`}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={remove}>
          Delete the article
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
