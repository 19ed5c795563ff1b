/** Who is in a document and where they point (awareness): identified, told to the others together, and thinned out in a crowd. */
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from "lib0/decoding";
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from "lib0/encoding";
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
  /** Who speaks for it. */
  session: Session;
}

export class Presence {
  readonly #sessions: ReadonlySet<Session>;
  readonly #mayMove: (session: Session, client: number) => boolean;
  readonly #places = new Map<number, Place>();
  /** Clients of whom the others don't know the latest. */
  readonly #news = new Set<number>();
  #flush: NodeJS.Timeout | NodeJS.Immediate | null = null;

  /**
   * @param sessions everyone who is in the document
   * @param mayMove whether a session may speak for a client id
   */
  constructor(sessions: ReadonlySet<Session>, mayMove: (session: Session, client: number) => boolean) {
    this.#sessions = sessions;
    this.#mayMove = mayMove;
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
      const state = isObject(said) ? JSON.stringify({ ...said, user: { id, name, color } }) : null;
      this.#place(client, { clock, state, session });
    }
  }

  /** Tells somebody who came where everyone is. */
  welcome(session: Session): void {
    const here = [...this.#places].flatMap(([client, { state }]) => (state === null ? [] : [client]));
    if (here.length > 0) session.send(messageTo(session.address, this.#encode(here)));
  }

  /** Tells the others that the session's clients are gone. */
  leave(session: Session): void {
    for (const [client, place] of this.#places)
      if (place.session === session) this.#place(client, { ...place, state: null });
  }

  /** Nobody is left to tell. */
  destroy(): void {
    if (this.#flush) cancel(this.#flush);
  }

  #place(client: number, place: Place): void {
    const known = this.#places.get(client);
    const isOld = known && (place.clock < known.clock || (place.clock === known.clock && place.state !== null));
    if (isOld && known.session === place.session) return;
    this.#places.set(client, place);
    this.#news.add(client);
    this.#flush ??= later(pauseFor(this.#sessions.size), () => this.#tell());
  }

  #tell(): void {
    this.#flush = null;
    const clients = [...this.#news];
    this.#news.clear();
    const update = this.#encode(clients);
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
