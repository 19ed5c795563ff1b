/** Opens realtime documents in the browser: kept on this device, synced over one socket, with a true word on what is saved. */
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { type DeviceCopy, openDeviceCopy } from "./client/device-copy";
import { DocumentLine, type End } from "./client/document-line";
import type { Access, Content, DocumentHandle, OpenOptions, SaveStatus } from "./client/handle";
import { socketTo } from "./client/page-socket";
import { isSameStatus, statusOf } from "./client/status";
import { Unconfirmed } from "./client/unconfirmed";
import { unsavedText } from "./client/unsaved-text";
import { Value } from "./client/value";
import { metaField, purgesOf } from "./layer";
import { type DocumentName, parseDocumentName } from "./names";
import type { Refusal } from "./protocol";

/** How long the device's copy may keep the server waiting. */
const patienceWithDevice = 1500; // ms

const endings: Record<End, string> = {
  "not-found": "There is no such document, or you don't have access to it.",
  gone: "This was deleted, or you no longer have access to it.",
  "signed-out": "You are signed out. Sign in to go on; what this device keeps is sent then.",
  outdated: "There is a newer version of this page. Reload to go on; what this device keeps is sent then.",
  full: "As many people as fit are here already. Reload in a while; what this device keeps is sent then.",
  covered:
    "A moderator has taken this down, so nobody reads or writes in it now. Why is said in your notices, if you wrote in it; there you can appeal.",
  "too-many-documents": "This page has too many documents open. Reload to go on; what this device keeps is sent then.",
};

/**
 * Opens a document. It can be read and written at once; `content` says what it shows so far, and `status` where this
 * person's changes are.
 */
export function openDocument(name: DocumentName, options: OpenOptions): DocumentHandle {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const status = new Value<SaveStatus>({ state: "connecting" });
  const content = new Value<Content>("none");
  const access = new Value<Access>("unknown");
  const hearers = new Set<Parameters<DocumentHandle["onEvent"]>[0]>();
  const unconfirmed = new Unconfirmed(update);
  const socket = socketTo(options);
  const line = new DocumentLine(name, socket, doc, awareness, unconfirmed, {
    onChange: update,
    onAccess: (now) => access.set(now),
    onCurrent() {
      content.set("server");
      renewDevice();
    },
    onRefused: refuse,
    onEnd: end,
    onMessage(message) {
      for (const hear of [...hearers]) hear(message.type === "event" ? message.event : message);
    },
  });
  let device: DeviceCopy | null = null;
  const isLayer = parseDocumentName(name)?.kind === "article";
  /** Refused, ended or left: the status doesn't change any more. */
  let isOver = false;
  let isLeft = false;

  const deviceIsRead = openDeviceCopy(doc, options.userId, name).then((copy) => {
    if (isLeft) {
      copy?.close();
      return;
    }
    if (!copy) return;
    device = copy;
    renewDevice();
    if (isOver) {
      forgetDevice();
      return;
    }
    if (content.get() === "none" && doc.store.clients.size > 0) content.set("device");
    unconfirmed.restore(copy.journal, copy.unconfirmed);
    line.sendRestored(copy.unconfirmed.map(({ update: kept }) => kept));
  });
  void Promise.race([deviceIsRead, after(patienceWithDevice)]).then(() => {
    if (!isOver) socket.attach(line);
  });

  function update(): void {
    if (isOver) return;
    const connection = line.isLive ? "live" : socket.isHopeful ? "connecting" : "broken";
    set(statusOf({ connection, unconfirmed: unconfirmed.count, kept: unconfirmed.keptCount }));
  }

  function set(next: SaveStatus): void {
    if (!isSameStatus(next, status.get())) status.set(next);
  }

  function refuse({ code, message }: Refusal): void {
    isOver = true;
    set({ state: "refused", code, message, text: unsavedText(doc, unconfirmed.updates) });
    forgetDevice();
  }

  function end(reason: End): void {
    isOver = true;
    const text = unsavedText(doc, unconfirmed.updates);
    set({ state: "ended", message: endings[reason], text, isCovered: reason === "covered" });
    // Whoever comes back finds what waited. What may no longer be read doesn't stay.
    if (reason === "not-found" || reason === "gone" || reason === "covered") forgetDevice();
  }

  /** What was purged doesn't stay on this device either. */
  function renewDevice(): void {
    const purges = isLayer && content.get() === "server" ? purgesOf(doc) : 0;
    // When it fails, the next opening tries again.
    if (purges > 0) void device?.renew(purges).catch(() => undefined);
  }
  if (isLayer) doc.getMap(metaField).observe(renewDevice);

  /** Neither a refused change nor what may no longer be read may come back from this device. */
  function forgetDevice(): void {
    unconfirmed.discard();
    void device?.clear().catch(() => undefined);
  }

  return {
    doc,
    awareness,
    status,
    content,
    access,
    onEvent(hear) {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    destroy() {
      isOver = true;
      isLeft = true;
      line.leave();
      device?.close();
      awareness.destroy();
      doc.destroy();
    },
  };
}

const after = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
