/** Who is in a document and where they point (awareness): identified, told to the others together, and thinned out in a crowd. */
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from "lib0/decoding";
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from "lib0/encoding";
import { may } from "@/lib/access/policies";
import { limits } from "../limits";
import type { Session } from "./session";

/** Hocuspocus' message type. */
const awareness = 1;

/** What a client says of itself. */
interface Place {
  /** Grows with each word of the client's (y-protocols). */
  clock: number;
  /** JSON; null: it left. */
  state: string | null;
  /** Who speaks for it: a session here, or another process by its id. */
  by: Session | string;
  /** When it was last heard of, in ms. */
  at: number;
}

export class Presence {
  readonly #sessions: ReadonlySet<Session>;
  readonly #mayMove: (session: Session, client: number) => boolean;
  readonly #places = new Map<number, Place>();
  /** Clients of whom the others don't know the latest. */
  readonly #news = new Set<number>();
  readonly #tellPeers: (update: Uint8Array) => void;
  #flush: NodeJS.Timeout | NodeJS.Immediate | null = null;

  /**
   * @param sessions everyone who is in the document
   * @param mayMove whether a session may speak for a client id
   * @param tellPeers tells other processes where this one's people are
   */
  constructor(
    sessions: ReadonlySet<Session>,
    mayMove: (session: Session, client: number) => boolean,
    tellPeers: (update: Uint8Array) => void,
  ) {
    this.#sessions = sessions;
    this.#mayMove = mayMove;
    this.#tellPeers = tellPeers;
  }

  /**
   * Takes in what a client says of itself, under the name of whoever is signed in. What it may not say is left out.
   * @param update as y-protocols encodes it
   * @throws when the bytes are no such update
   */
  receive(session: Session, update: Uint8Array): void {
    const { id, name, color } = session.actor.user;
    const decoder = createDecoder(update);
    for (let left = readVarUint(decoder); left > 0; left -= 1) {
      const client = readVarUint(decoder);
      const clock = readVarUint(decoder);
      const json = readVarString(decoder);
      if (json.length > limits.awareness || !this.#mayMove(session, client)) continue;
      const said: unknown = JSON.parse(json);
      const state = isObject(said)
        ? JSON.stringify({
            ...said,
            ...(mayShowWriting(session) ? {} : { writing: undefined }),
            user: { id, name, color },
          })
        : null;
      this.#place(client, { clock, state, by: session, at: performance.now() });
    }
  }

  /**
   * Takes in where another process's people are; it has put their names in.
   * @throws when the bytes are no awareness update
   */
  hear(process: string, update: Uint8Array): void {
    const decoder = createDecoder(update);
    for (let left = readVarUint(decoder); left > 0; left -= 1) {
      const client = readVarUint(decoder);
      const clock = readVarUint(decoder);
      const json = readVarString(decoder);
      const state = json === "null" ? null : json;
      // Somebody who came from there to here doesn't leave here with their last word there.
      if (state === null && this.#places.get(client)?.by !== process) continue;
      this.#place(client, { clock, state, by: process, at: performance.now() });
    }
  }

  /** Another process let the document go, and with it its people. */
  forget(process: string): void {
    this.#remove(({ by }) => by === process);
  }

  /** Lets those go of whom other processes say nothing any more: clients repeat where they are every 15 s. */
  expire(now: number): void {
    this.#remove(({ by, at }) => typeof by === "string" && now - at > limits.silentCursor);
  }

  /** Tells other processes where everyone here is. */
  repeat(): void {
    this.#share([...this.#places].flatMap(([client, { by }]) => (typeof by === "string" ? [] : [client])));
  }

  /** Tells somebody who came where everyone is. */
  welcome(session: Session): void {
    const here = [...this.#places].flatMap(([client, { state }]) => (state === null ? [] : [client]));
    if (here.length > 0) session.send(messageTo(session.address, this.#encode(here)));
  }

  /** Tells the others that the session's clients are gone. */
  leave(session: Session): void {
    this.#remove(({ by }) => by === session);
  }

  /** Nobody is left to tell. */
  destroy(): void {
    if (this.#flush) cancel(this.#flush);
  }

  #remove(isMeant: (place: Place) => boolean): void {
    for (const [client, place] of this.#places) if (isMeant(place)) this.#place(client, { ...place, state: null });
  }

  #share(clients: readonly number[]): void {
    if (clients.length > 0) this.#tellPeers(this.#encode(clients));
  }

  #place(client: number, place: Place): void {
    const known = this.#places.get(client);
    const isOld = known && (place.clock < known.clock || (place.clock === known.clock && place.state !== null));
    if (isOld && known.by === place.by) return;
    this.#places.set(client, place);
    this.#news.add(client);
    this.#flush ??= later(pauseFor(this.#sessions.size), () => this.#tell());
  }

  #tell(): void {
    this.#flush = null;
    const clients = [...this.#news];
    this.#news.clear();
    const update = this.#encode(clients);
    this.#share(clients.filter((client) => typeof this.#places.get(client)?.by !== "string"));
    let address: string | null = null;
    let message = update;
    for (const session of this.#sessions) {
      // Stock clients of a document share one address, so one message serves them all.
      if (address === null || session.address !== address) {
        address = session.address;
        message = messageTo(address, update);
      }
      session.send(message);
    }
    for (const client of clients) if (this.#places.get(client)?.state === null) this.#places.delete(client);
  }

  #encode(clients: readonly number[]): Uint8Array {
    const encoder = createEncoder();
    writeVarUint(encoder, clients.length);
    for (const client of clients) {
      const place = this.#places.get(client);
      writeVarUint(encoder, client);
      writeVarUint(encoder, place?.clock ?? 0);
      writeVarString(encoder, place?.state ?? "null");
    }
    return toUint8Array(encoder);
  }
}

/** Nobody learns that somebody writes a comment which they may not post, or which waits for a moderator. */
const mayShowWriting = ({ scope: { member } }: Session) => may(member, "comment.create") && !member.isPremoderated;

/** What an awareness frame brings. */
export function awarenessIn(frame: Uint8Array): Uint8Array {
  const decoder = createDecoder(frame);
  readVarString(decoder);
  readVarUint(decoder);
  return readVarUint8Array(decoder);
}

/**
 * How long news of cursors is gathered before it goes out together, in ms. What everyone is told grows with the square of
 * the people in a room; told less often in a crowd, it grows with their number, and edits never wait behind it.
 */
export function pauseFor(people: number): number {
  const beyond = people - limits.cursorsAtOnce;
  return beyond <= 0 ? 0 : Math.min(limits.longestCursorPause, beyond * limits.cursorPause);
}

function messageTo(address: string | null, update: Uint8Array): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, address ?? "");
  writeVarUint(encoder, awareness);
  writeVarUint8Array(encoder, update);
  return toUint8Array(encoder);
}

/** Without a pause still at the end of this turn: what came in one read of the sockets goes out together. */
const later = (pause: number, run: () => void) => (pause === 0 ? setImmediate(run) : setTimeout(run, pause));

function cancel(timer: NodeJS.Timeout | NodeJS.Immediate): void {
  if ("hasRef" in timer && "refresh" in timer) clearTimeout(timer);
  else clearImmediate(timer as NodeJS.Immediate);
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
