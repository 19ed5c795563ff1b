/** The highlights and their notes as plain HTML, for a browser without JavaScript. */
import { canonicalText } from "@/lib/article/canonical-text";
import { labelNames } from "@/lib/highlights/labels";
import { byPlace } from "@/lib/highlights/order";
import type { RoomData } from "@/lib/highlights/read-room";
import { highlightAnchor } from "@/lib/places";
import classes from "./NotesWithoutScript.module.css";
import { NoteView } from "./NoteView";

export function NotesWithoutScript({ room }: { room: RoomData }) {
  const text = canonicalText(room.blocks);
  const names = new Map(room.people.map(({ id, name }) => [id, name]));
  return (
    <noscript>
      <ol className={classes.notes}>
        {room.highlights.toSorted(byPlace).map(({ id, label, authorId, start, end, note }) => (
          <li key={id}>
            <a href={`#${highlightAnchor(id)}`}>
              {labelNames[label]} by {names.get(authorId ?? "") ?? "a former member"}
            </a>
            <blockquote>{text.slice(start, end)}</blockquote>
            {note && <NoteView note={note} />}
          </li>
        ))}
      </ol>
    </noscript>
  );
}
