/** The room: the article with its highlights, readable at once, and live from then on. */
import { notFound } from "next/navigation";
import { isUuid, requireMember } from "@/app/session";
import { NotesWithoutScript } from "@/components/highlights/NotesWithoutScript";
import { Room } from "@/components/highlights/Room";
import { readRoom } from "@/lib/highlights/read-room";
import { roomPlace } from "@/lib/places";

interface Props {
  params: Promise<{ workspaceId: string; articleId: string }>;
}

export default async function RoomPage({ params }: Props) {
  const { workspaceId, articleId } = await params;
  const { person, member } = await requireMember(workspaceId, roomPlace(workspaceId, articleId));
  const room = isUuid(articleId) ? await readRoom(workspaceId, articleId, member) : null;
  if (!room) notFound();
  const { id, name, color } = person;
  return (
    <Room key={room.revisionId} workspaceId={workspaceId} room={room} me={{ id, name, color }} member={member}>
      <NotesWithoutScript room={room} />
    </Room>
  );
}
