/** Why an item came up without anybody's flag: what was found, and where in the words. */
import { When } from "@/components/shell/When";
import { wordsOf } from "@/lib/highlights/note-words";
import type { Details } from "@/lib/moderation/guard/details";
import type { Review, ReviewTarget } from "@/lib/moderation/schema";
import { toPlainText } from "@/lib/threads/body";
import { Found } from "./Found";
import classes from "./ReviewItem.module.css";
import { stateNames } from "./words";

export function Detections({ review: { detections, target } }: { review: Review }) {
  if (detections.length === 0) return null;
  const text = wordsOfTarget(target);
  return (
    <section className={classes.section} aria-label="Found automatically">
      <h2 className={classes.heading}>Found automatically</h2>
      <ul className={classes.flags}>
        {detections.map(({ id, at, isDecided, details }) => (
          <li key={id} data-withdrawn={isDecided || undefined}>
            <b>{titleOf(details)}</b> <When at={Date.parse(at)} className={classes.quiet} />
            {isDecided && " (decided)"}
            {details.kind === "watched_word" && (
              <>
                {details.note && <p className={classes.words}>{details.note}</p>}
                {details.ranges.length > 0 && <Found text={text} ranges={details.ranges} />}
                {details.alsoIn === "address" && <p className={classes.words}>It stands in the address of a link.</p>}
                {details.alsoIn === "text" && <p className={classes.words}>It stands in the text.</p>}
                {details.ranges.length === 0 && details.alsoIn === null && (
                  <p className={classes.words}>It was edited since.</p>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The words that ranges are places in. */
function wordsOfTarget(target: ReviewTarget): string {
  switch (target.kind) {
    case "comment":
      return toPlainText(target.body);
    case "note":
      return target.note ? wordsOf(target.note) : "";
    case "rebuttal":
      return target.title;
  }
}

function titleOf(details: Details): string {
  switch (details.kind) {
    case "watched_word":
      return `The watched word “${details.word}”`;
    case "first_posts":
      return `Comment ${details.number} of a new member’s first ${details.of}`;
    case "reposted": {
      const whose = details.own ? "their own comment" : "somebody’s comment";
      return `The same words as ${whose} that is ${stateNames[details.earlier].toLowerCase()}`;
    }
    case "edited":
      return "Edited after a moderator had found it all right";
  }
}
