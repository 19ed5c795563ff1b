/** A workspace's library: its articles, and how far the work on each has come. */
"use client";

import { Button, Title } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import Link from "next/link";
import { EmptyPage } from "@/components/shell/EmptyPage";
import type { Member } from "@/lib/access/policies";
import { may } from "@/lib/access/policies";
import type { ListedArticle } from "@/lib/article/endpoints";
import { importPlace } from "@/lib/places";
import { ArticleRow } from "./ArticleRow";
import classes from "./Library.module.css";

interface Props {
  workspaceId: string;
  member: Member;
  articles: ListedArticle[];
}

export function Library({ workspaceId, member, articles }: Props) {
  const mayImport = may(member, "article.import");
  const importButton = mayImport && (
    <Button component={Link} href={importPlace(workspaceId)} leftSection={<IconFileImport size={18} aria-hidden />}>
      Import an article
    </Button>
  );
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <Title order={1}>Library</Title>
        {articles.length > 0 && importButton}
      </div>
      {articles.length === 0 ? (
        <EmptyPage lead="No article yet.">
          <p>
            {mayImport
              ? "Import one: paste its text or choose a file. You see what was recognised and what was set aside before anything is saved."
              : "As soon as an editor imports an article, you find it here."}
          </p>
          {importButton}
        </EmptyPage>
      ) : (
        <ul className={classes.list}>
          {articles.map((article) => (
            <ArticleRow key={article.id} workspaceId={workspaceId} member={member} article={article} />
          ))}
        </ul>
      )}
    </div>
  );
}
