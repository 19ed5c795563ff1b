/**
 * What a client says where its document isn't loaded yet: where it is, and "what is new?". A large document is answered
 * from its stored bytes, before any of it is built.
 */
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from "lib0/decoding";
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from "lib0/encoding";
import { limits } from "../limits";
import { parseDocumentName } from "../names";

/** Message type of Hocuspocus and subtypes of y-protocols. */
const syncMessage = 0;
const stateVector = 0;
const answer = 1;
const update = 2;

/** A client's first question. */
interface Question {
  /** As it came. */
  frame: Uint8Array;
  /** Whether it was answered with what is stored. */
  isTold: boolean;
}

export class EarlyFrames {
  readonly #awareness = new Map<string, Uint8Array>();
  readonly #questions = new Map<string, Question>();

  /** Keeps the last that the client said of itself. */
  point(address: string, frame: Uint8Array): void {
    const isKept = this.#awareness.has(address) || this.#awareness.size < limits.earlyAwareness;
    if (isKept && frame.length <= limits.earlyAwarenessBytes) this.#awareness.set(address, frame);
  }

  /**
   * Keeps the question of a client that holds nothing.
   * @returns whether it is kept; if not, it takes the ordinary way
   */
  ask(address: string, frame: Uint8Array): boolean {
    if (this.#questions.has(address) || this.#questions.size >= limits.openingDocuments) return false;
    if (parseDocumentName(nameIn(address)) === null || !asksForAll(frame)) return false;
    this.#questions.set(address, { frame, isTold: false });
    return true;
  }

  /**
   * Answers with the stored document who asked for it.
   * @param updates whose sum it is
   * @param send resolves when the message has left
   */
  async tell(
    document: string,
    updates: readonly Uint8Array[],
    send: (message: Uint8Array) => Promise<void>,
  ): Promise<void> {
    const leaving: Promise<void>[] = [];
    for (const [address, question] of this.#questions) {
      if (nameIn(address) !== document) continue;
      question.isTold = true;
      for (const [index, bytes] of updates.entries())
        leaving.push(send(syncFrame(address, index === updates.length - 1 ? answer : update, bytes)));
    }
    await Promise.all(leaving);
  }

  /**
   * Gives out what waited for the address: the question as it must be asked now, and where the client is.
   * @param stored what the stored document held, as a state vector
   */
  take(address: string, stored: Uint8Array): { question: Uint8Array | null; awareness: Uint8Array | null } {
    const question = this.#questions.get(address);
    const awareness = this.#awareness.get(address) ?? null;
    this.#questions.delete(address);
    this.#awareness.delete(address);
    if (!question) return { question: null, awareness };
    return { question: question.isTold ? syncFrame(address, stateVector, stored) : question.frame, awareness };
  }
}

/** The document's name, without the session's id behind it. */
const nameIn = (address: string): string => address.split("\0", 1)[0] ?? "";

/** Whether the frame asks for all there is: its state vector is empty. */
function asksForAll(frame: Uint8Array): boolean {
  const decoder = createDecoder(frame);
  readVarString(decoder);
  readVarUint(decoder);
  readVarUint(decoder);
  const vector = readVarUint8Array(decoder);
  return vector.length === 1 && vector[0] === 0;
}

function syncFrame(address: string, subtype: number, payload: Uint8Array): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, address);
  writeVarUint(encoder, syncMessage);
  writeVarUint(encoder, subtype);
  writeVarUint8Array(encoder, payload);
  return toUint8Array(encoder);
}
