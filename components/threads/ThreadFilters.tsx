/** Which threads to show, as links: they work before any script has loaded, and can be sent to someone. */
import Link from "next/link";
import { threadsPlace } from "@/lib/places";
import { type ThreadFilter, threadFilters } from "@/lib/threads/schema";
import classes from "./ThreadFilters.module.css";

interface Props {
  workspaceId: string;
  articleId: string;
  filter: ThreadFilter;
}

const names: Record<ThreadFilter, string> = {
  all: "All",
  mine: "With me",
  mentions: "Mentioning me",
  followed: "Followed",
};

export function ThreadFilters({ workspaceId, articleId, filter }: Props) {
  return (
    <nav aria-label="Which threads" className={classes.filters}>
      {threadFilters.map((show) => (
        <Link
          key={show}
          href={threadsPlace(workspaceId, articleId, show === "all" ? {} : { show })}
          className={classes.filter}
          aria-current={show === filter ? "true" : undefined}
        >
          {names[show]}
        </Link>
      ))}
    </nav>
  );
}
