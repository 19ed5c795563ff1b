/** Chooses the two revisions to compare and how: a plain form, so the address says what is shown. */
"use client";

import { Button, NativeSelect } from "@mantine/core";
import Link from "next/link";
import classes from "./CompareForm.module.css";

interface Props {
  /** The page's own address. */
  action: string;
  /** The list of revisions. */
  back: string;
  numbers: readonly number[];
  from: number;
  to: number;
  view: "inline" | "side";
}

export function CompareForm({ action, back, numbers, from, to, view }: Props) {
  const options = numbers.map((number) => ({ value: `${number}`, label: `Revision ${number}` }));
  const viewed = (next: string) => `${action}?from=${from}&to=${to}&view=${next}`;
  return (
    <header className={classes.head}>
      <div>
        <h1 className={classes.title}>What changed</h1>
        <Link href={back} className={classes.back}>
          All revisions
        </Link>
      </div>
      <form action={action} className={classes.form} key={`${from} ${to}`}>
        <NativeSelect name="from" label="From" data={options} defaultValue={`${from}`} />
        <NativeSelect name="to" label="To" data={options} defaultValue={`${to}`} />
        <input type="hidden" name="view" value={view} />
        <Button type="submit" variant="default">
          Compare
        </Button>
      </form>
      <nav aria-label="How to show it" className={classes.views}>
        <Link href={viewed("inline")} aria-current={view === "inline" ? "true" : undefined}>
          In one text
        </Link>
        <Link href={viewed("side")} aria-current={view === "side" ? "true" : undefined}>
          Side by side
        </Link>
      </nav>
    </header>
  );
}
