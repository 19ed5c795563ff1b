/** What stands in for the whole document when not even its frame could be made: plain HTML that needs no script. */
"use client";

import "@fontsource-variable/source-serif-4/index.css";
import classes from "./global-error.module.css";

interface Props {
  /** The digest is also in the server's log, so that a report can be matched with its cause. */
  error: Error & { digest?: string };
}

export default function GlobalErrorPage({ error }: Props) {
  return (
    <html lang="en">
      <head>
        <title>Rejoinder could not be shown</title>
      </head>
      <body className={classes.page}>
        <main id="main" className={classes.column}>
          <p className={classes.name}>
            <span aria-hidden>”</span>Rejoinder
          </p>
          <h1 className={classes.title}>Rejoinder could not be shown</h1>
          <p>
            Something went wrong here before there was a page. What was saved is safe, and what this device keeps is
            sent as soon as a page opens again.
          </p>
          <p>
            {/* The page's own address: the one way to try again that works with nothing loaded. */}
            <a href="?">Try again</a>. If it stays, tell whoever runs Rejoinder
            {error.digest ? `, and name ${error.digest}` : ""}.
          </p>
        </main>
      </body>
    </html>
  );
}
