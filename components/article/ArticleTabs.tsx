/** An article's tabs: the text, the rebuttals to it, the threads about it, its revisions. */
"use client";

import { IconArrowLeft } from "@tabler/icons-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { rebuttalsPlace, revisionsPlace, roomPlace, threadsPlace } from "@/lib/places";
import classes from "./ArticleTabs.module.css";

interface Props {
  workspaceId: string;
  articleId: string;
  title: string;
}

export function ArticleTabs({ workspaceId, articleId, title }: Props) {
  const here = usePathname();
  const room = roomPlace(workspaceId, articleId);
  const tabs = [
    { name: "Article", href: room, isHere: here === room },
    { name: "Rebuttals", href: rebuttalsPlace(workspaceId, articleId) },
    { name: "Threads", href: threadsPlace(workspaceId, articleId) },
    { name: "Revisions", href: revisionsPlace(workspaceId, articleId) },
  ];
  return (
    <nav aria-label="This article" className={classes.bar}>
      <Link href={`/w/${workspaceId}`} className={classes.back} aria-label="Back to the library">
        <IconArrowLeft size={16} aria-hidden />
      </Link>
      <span className={classes.title}>{title}</span>
      <div className={classes.tabs}>
        {tabs.map(({ name, href, isHere = here.startsWith(href) }) => (
          <Link key={name} href={href} aria-current={isHere ? "page" : undefined} className={classes.tab}>
            {name}
          </Link>
        ))}
      </div>
    </nav>
  );
}
