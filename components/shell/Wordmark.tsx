/** The product's name, set as a mark: a reply's opening quotation mark before it. */
import classes from "./Wordmark.module.css";

export function Wordmark() {
  return (
    <span className={classes.wordmark}>
      <span className={classes.mark} aria-hidden>
        ”
      </span>
      <span>Rejoinder</span>
    </span>
  );
}
