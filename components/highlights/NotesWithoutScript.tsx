/** The highlights and their notes as plain HTML, for a browser without JavaScript. */
import { canonicalText } from "@/lib/article/canonical-text";
import { labelNames } from "@/lib/highlights/labels";
import { byPlace } from "@/lib/highlights/order";
import type { RoomData } from "@/lib/highlights/read-room";
import { highlightAnchor } from "@/lib/places";
import classes from "./NotesWithoutScript.module.css";
import { NoteView } from "./NoteView";

/** Most notes that are written out: every page load pays for them, and almost nobody reads without JavaScript. */
const most = 200;

export function NotesWithoutScript({ room }: { room: RoomData }) {
  const text = canonicalText(room.blocks);
  const names = new Map([...room.members, ...room.formerMembers].map(({ id, name }) => [id, name]));
  const noted = room.highlights.filter(({ note }) => note).sort(byPlace);
  return (
    // Not a <noscript>: React can't stream into one, as its content is no part of the document.
    <div className={classes.notes}>
      <ol>
        {noted.slice(0, most).map(({ id, label, authorId, start, end, note }) => (
          <li key={id}>
            <a href={`#${highlightAnchor(id)}`}>
              {labelNames[label]} by {names.get(authorId ?? "") ?? "a former member"}
            </a>
            <blockquote>{text.slice(start, end)}</blockquote>
            {note && <NoteView note={note} />}
          </li>
        ))}
      </ol>
      {noted.length > most && <p>{noted.length - most} more notes show with JavaScript.</p>}
    </div>
  );
}
