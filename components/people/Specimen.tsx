/** A piece of what one will do inside, drawn in type: a passage, marked, and the answer beside it. Decoration only. */
import classes from "./Specimen.module.css";

export function Specimen() {
  return (
    <aside className={classes.panel} aria-hidden>
      <div className={classes.sheet}>
        <p className={classes.text}>
          The council called the trial a success. Fewer people took the night bus than in the year before, it conceded,{" "}
          <mark className={classes.passage}>but that only shows the city no longer needs one.</mark> The line will close
          in the autumn.
        </p>
        <p className={classes.reply}>
          <span className={classes.mark}>”</span>
          Or that a bus which leaves before the late shift ends carries nobody home. Its own timetable, on page nine,
          says 23:10.
        </p>
      </div>
    </aside>
  );
}
