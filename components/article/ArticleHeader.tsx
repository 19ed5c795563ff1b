/** The article's head: publisher, title, standfirst, authors with their roles, and dates. */

import { memo } from "react";
import type { Metadata } from "@/lib/article/schema";
import { dayInWords } from "@/lib/dates";
import classes from "./ArticleHeader.module.css";
import { titleId } from "./sections";

export const ArticleHeader = memo(function ArticleHeader({ metadata }: { metadata: Metadata }) {
  const { title, standfirst, authors, publisher, publishedOn, updatedOn, sourceUrl } = metadata;
  return (
    <header className={classes.header}>
      {publisher && <p className={classes.publisher}>{publisher}</p>}
      <h1 id={titleId} className={classes.title}>
        {title}
      </h1>
      {standfirst && <p className={classes.standfirst}>{standfirst}</p>}
      {authors.length > 0 && (
        <ul className={classes.authors} aria-label={authors.length > 1 ? "Authors" : "Author"}>
          {authors.map(({ name, role }) => (
            <li key={name}>
              <span className={classes.name}>{name}</span>
              {role && <span className={classes.role}>{role}</span>}
            </li>
          ))}
        </ul>
      )}
      {(publishedOn || updatedOn || sourceUrl) && (
        <p className={classes.dates}>
          {publishedOn && (
            <span>
              Published <time dateTime={publishedOn}>{dayInWords(publishedOn)}</time>
            </span>
          )}
          {updatedOn && updatedOn !== publishedOn && (
            <span>
              Updated <time dateTime={updatedOn}>{dayInWords(updatedOn)}</time>
            </span>
          )}
          {sourceUrl && (
            <a href={sourceUrl} rel="noopener noreferrer nofollow" target="_blank">
              Source
            </a>
          )}
        </p>
      )}
    </header>
  );
});
