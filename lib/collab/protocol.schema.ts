/** What the realtime server tells a client beside Yjs: JSON in Hocuspocus stateless messages. */
import { z } from "zod";
import { eventSchema } from "@/lib/db/events.schema";
import { refusalCodes } from "./protocol";

/**
 * - `durable`: the first `frames` update frames (SyncStep2 and Update alike, from 1) that this connection sent for this
 *   document are in the database.
 * - `refused`: a frame was not accepted. Unless the code is `read-only`, the document is closed for this connection.
 * - `access`: from now on this connection may (not) write in this document.
 * - `event`: something around the document changed in the database.
 * - `missed`: events may have been lost; ask again for what they are about.
 * - `inbox`: there is something else in the person's inbox. It comes on every socket of theirs, at the address `inbox`.
 */
export const serverMessageSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("durable"), frames: z.number().int().nonnegative() }),
  z.object({ type: z.literal("refused"), code: z.enum(refusalCodes), message: z.string() }),
  z.object({ type: z.literal("access"), access: z.enum(["read", "write"]) }),
  z.object({ type: z.literal("event"), event: eventSchema }),
  z.object({ type: z.literal("missed") }),
  z.object({ type: z.literal("inbox") }),
]);
export type ServerMessage = z.infer<typeof serverMessageSchema>;
