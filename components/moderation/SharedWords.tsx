/** What people wrote together, as the desk shows it: a highlight's note, or a rebuttal. Nobody writes in it here. */
import { Text } from "@mantine/core";
import { NoteView } from "@/components/highlights/NoteView";
import { BodyView } from "@/components/rebuttal/BodyView";
import type { ReviewTarget } from "@/lib/moderation/schema";
import classes from "./ReviewItem.module.css";

export function SharedWords({ target }: { target: Exclude<ReviewTarget, { kind: "comment" }> }) {
  if (target.kind === "note")
    return target.note ? <NoteView note={target.note} /> : <Text c="dimmed">Nothing is left of it.</Text>;
  return (
    <>
      <h2 className={classes.heading}>{target.title || "Without a title"}</h2>
      {target.body ? <BodyView body={target.body} /> : <Text c="dimmed">Nothing is left of it.</Text>}
    </>
  );
}
