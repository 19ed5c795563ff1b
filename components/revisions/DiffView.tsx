/** What differs between two texts: in one text with the words marked, or side by side. */
import type { Block } from "@/lib/article/schema";
import type { DiffPart, DiffRow, MetadataDiff } from "@/lib/revisions/diff";
import { kindName } from "./block-kinds";
import { Parts } from "./DiffParts";
import classes from "./DiffView.module.css";

interface Props {
  view: "inline" | "side";
  details: readonly MetadataDiff[];
  rows: readonly DiffRow[];
  /** BCP 47. */
  language?: string;
}

/** So many unchanged blocks stay beside a change, to know where one is. */
const around = 1;

export function DiffView({ view, details, rows, language }: Props) {
  const isUnchanged = details.length === 0 && rows.every(({ kind }) => kind === "same");
  return (
    <div className={classes.diff} data-view={view} lang={language}>
      {isUnchanged && <p className={classes.same}>The two are the same.</p>}
      {details.length > 0 && (
        <dl className={classes.details} aria-label="Details that changed">
          {details.map(({ field, parts }) => (
            <div key={field}>
              <dt>{field}</dt>
              <dd>
                <Parts parts={parts} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {gathered(rows).map((group) =>
        group.kind === "skipped" ? (
          <p key={`skipped ${group.from}`} className={classes.skipped}>
            {group.count === 1 ? "1 unchanged block" : `${group.count} unchanged blocks`}
          </p>
        ) : (
          <DiffBlock key={`row ${group.from}`} row={group.row} view={view} />
        ),
      )}
    </div>
  );
}

type Group = { kind: "row"; from: number; row: DiffRow } | { kind: "skipped"; from: number; count: number };

/** The rows with long unchanged stretches left out. */
function gathered(rows: readonly DiffRow[]): Group[] {
  const groups: Group[] = [];
  for (const [from, row] of rows.entries()) {
    const isNear = rows.slice(Math.max(0, from - around), from + around + 1).some(({ kind }) => kind !== "same");
    const last = groups.at(-1);
    if (isNear) groups.push({ kind: "row", from, row });
    else if (last?.kind === "skipped") last.count += 1;
    else groups.push({ kind: "skipped", from, count: 1 });
  }
  return groups;
}

function DiffBlock({ row, view }: { row: DiffRow; view: Props["view"] }) {
  switch (row.kind) {
    case "same":
      return (
        <div className={classes.row} data-kind="same">
          <Words block={row.block} />
          {view === "side" && <Words block={row.block} isRepeat />}
        </div>
      );
    case "removed":
      return (
        <div className={classes.row} data-kind="removed">
          <Words block={row.block} parts={[{ kind: "removed", text: row.block.text }]} />
          {view === "side" && <div className={classes.nothing} />}
        </div>
      );
    case "added":
      return (
        <div className={classes.row} data-kind="added">
          {view === "side" && <div className={classes.nothing} />}
          <Words block={row.block} parts={[{ kind: "added", text: row.block.text }]} />
        </div>
      );
    case "changed":
      return <ChangedBlock row={row} view={view} />;
  }
}

function ChangedBlock({
  row: { before, after, parts },
  view,
}: {
  row: Extract<DiffRow, { kind: "changed" }>;
  view: Props["view"];
}) {
  const [was, is] = [kindName(before), kindName(after)];
  const hasWords = parts.some(({ kind }) => kind !== "same");
  return (
    <div className={classes.row} data-kind="changed">
      {view === "side" ? (
        <>
          <Words block={before} parts={parts.filter(({ kind }) => kind !== "added")} />
          <Words block={after} parts={parts.filter(({ kind }) => kind !== "removed")} />
        </>
      ) : (
        <Words block={after} parts={parts} />
      )}
      {was !== is && (
        <p className={classes.remark}>
          {was} → {is}
        </p>
      )}
      {was === is && !hasWords && <p className={classes.remark}>Only emphasis or links changed</p>}
    </div>
  );
}

interface WordsProps {
  block: Block;
  parts?: readonly DiffPart[];
  /** The same words stand beside them. */
  isRepeat?: boolean;
}

function Words({ block, parts, isRepeat = false }: WordsProps) {
  return (
    <p className={classes.words} data-type={block.type} data-repeat={isRepeat || undefined}>
      {parts ? <Parts parts={parts} /> : block.text}
    </p>
  );
}
