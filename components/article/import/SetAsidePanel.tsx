/** What was set aside, by reason, each line with a way back. */
"use client";

import { Accordion, Badge, Button } from "@mantine/core";
import type { SetAside } from "@/lib/article/schema";
import { reasonsInOrder, reasonWords } from "./reason-words";
import classes from "./SetAsidePanel.module.css";
import type { Choices } from "./use-choices";

/** More lines of one reason than this are put back together or not at all. */
const mostListed = 300;

interface Props {
  setAside: readonly SetAside[];
  choices: Choices;
}

export function SetAsidePanel({ setAside, choices }: Props) {
  const groups = Map.groupBy(setAside, ({ reason }) => reason);
  return (
    <section className={classes.panel} aria-labelledby="set-aside">
      <h2 id="set-aside" className={classes.title}>
        Set aside
      </h2>
      {setAside.length === 0 ? (
        <p className={classes.about}>Nothing: everything in the text belongs to the article.</p>
      ) : (
        <Accordion
          multiple
          variant="default"
          order={3}
          classNames={{ content: classes.content, control: classes.control }}
        >
          {reasonsInOrder.map((reason) => {
            const lines = groups.get(reason);
            return lines && <Group key={reason} reason={reason} lines={lines} choices={choices} />;
          })}
        </Accordion>
      )}
    </section>
  );
}

interface GroupProps {
  reason: SetAside["reason"];
  lines: readonly SetAside[];
  choices: Choices;
}

function Group({ reason, lines, choices: { restored, restore } }: GroupProps) {
  const { name, about } = reasonWords[reason];
  const ids = lines.map(({ id }) => id);
  const areAllBack = ids.every((id) => restored.has(id));
  return (
    <Accordion.Item value={reason}>
      <Accordion.Control>
        {name}{" "}
        <Badge variant="light" color="gray" size="sm" className={classes.count}>
          {lines.length}
        </Badge>
      </Accordion.Control>
      <Accordion.Panel>
        <p className={classes.about}>{about}</p>
        {lines.length > 1 && (
          <Button variant="subtle" size="compact-xs" onClick={() => restore(ids, !areAllBack)}>
            {areAllBack ? `Set all ${lines.length} aside again` : `Restore all ${lines.length}`}
          </Button>
        )}
        <ul className={classes.lines} aria-label={name}>
          {lines.slice(0, mostListed).map(({ id, text }) => {
            const isBack = restored.has(id);
            return (
              <li key={id} data-back={isBack || undefined}>
                <span className={classes.words}>{text}</span>
                <Button
                  variant="subtle"
                  size="compact-xs"
                  aria-label={`${isBack ? "Set aside again" : "Restore"}: ${text.slice(0, 80)}`}
                  onClick={() => restore([id], !isBack)}
                >
                  {isBack ? "Set aside again" : "Restore"}
                </Button>
              </li>
            );
          })}
        </ul>
        {lines.length > mostListed && <p className={classes.about}>And {lines.length - mostListed} more.</p>}
      </Accordion.Panel>
    </Accordion.Item>
  );
}
