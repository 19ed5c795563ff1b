/** Small bars, one for each week; the same figures as a table for whoever doesn't see them. */
import { VisuallyHidden } from "@mantine/core";
import { dayInWords } from "@/lib/dates";
import classes from "./WeekChart.module.css";

interface Series {
  name: string;
  /** One for each week; null where there is none. */
  values: readonly (number | null)[];
  write: (value: number) => string;
}

interface Props {
  label: string;
  /** The weeks' Mondays, as days. */
  weeks: readonly string[];
  /** Drawn one over the other, so the largest first. */
  series: readonly Series[];
  /** What the full height stands for; the largest value unless told. */
  most?: number;
}

/** In units of the drawing. */
const height = 100;
const gap = 0.25;

export function WeekChart({ label, weeks, series, most }: Props) {
  const top = most ?? Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const [first] = series;
  return (
    <figure className={classes.chart}>
      <figcaption className={classes.caption}>
        <span>{label}</span>
        {top > 0 && first && <span>at the top: {first.write(top)}</span>}
      </figcaption>
      <svg
        className={classes.bars}
        viewBox={`0 0 ${weeks.length} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {series.map(({ name, values }, layer) => (
          <g key={name} className={layer === series.length - 1 ? classes.front : classes.back}>
            {values.map((value, index) => {
              const rise = value === null || top === 0 ? 0 : (value / top) * height;
              return <rect key={weeks[index]} x={index + gap / 2} y={height - rise} width={1 - gap} height={rise} />;
            })}
          </g>
        ))}
      </svg>
      <div className={classes.weeks} aria-hidden="true">
        <span>{dayInWords(weeks[0] ?? "")}</span>
        <span>{dayInWords(weeks.at(-1) ?? "")}</span>
      </div>
      {series.length > 1 && (
        <p className={classes.legend} aria-hidden="true">
          {series.map(({ name }, layer) => (
            <span key={name} data-front={layer === series.length - 1 || undefined}>
              {name}
            </span>
          ))}
        </p>
      )}
      <VisuallyHidden>
        <table>
          <caption>{label}</caption>
          <thead>
            <tr>
              <th scope="col">Week of</th>
              {series.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week, index) => (
              <tr key={week}>
                <th scope="row">{dayInWords(week)}</th>
                {series.map(({ name, values, write }) => (
                  <td key={name}>{wordsOf(values[index] ?? null, write)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </figure>
  );
}

const wordsOf = (value: number | null, write: Series["write"]) => (value === null ? "none" : write(value));
