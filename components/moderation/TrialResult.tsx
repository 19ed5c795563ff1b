/** What a list of watched words would have found: how often, which words, and some of the comments. */
import { Text } from "@mantine/core";
import { Row, Rows } from "@/components/shell/Rows";
import type { Trial } from "@/lib/moderation/guard/schema";
import { Found } from "./Found";
import classes from "./TrialResult.module.css";

/** Words that are named; the rest is counted. */
const mostNamed = 10;

export function TrialResult({ trial: { looked, isAll, hit, words, examples } }: { trial: Trial }) {
  const those = isAll ? comments(looked) : `the newest ${comments(looked)}`;
  const more = words.length - mostNamed;
  return (
    <section className={classes.result} aria-label="What the list finds" aria-live="polite">
      <p className={classes.count}>{hit === 0 ? `Nothing in ${those}.` : `${hit} of ${those} would be hit.`}</p>
      {words.length > 0 && (
        <Text size="sm">
          {words
            .slice(0, mostNamed)
            .map(({ word, comments: count }) => `“${word}” in ${count}`)
            .join(", ")}
          {more > 0 && `, and ${more} more words`}.
        </Text>
      )}
      {examples.length > 0 && (
        <Rows label="Comments that would be hit">
          {examples.map(({ commentId, author, text, ranges, words: found }) => (
            <Row
              key={commentId}
              title={author ?? "Someone who left"}
              detail={ranges.length > 0 ? <Found text={text} ranges={ranges} /> : `${found.join(", ")}, in a link`}
            />
          ))}
        </Rows>
      )}
    </section>
  );
}

const comments = (count: number) => (count === 1 ? "1 comment" : `${count.toLocaleString("en")} comments`);
