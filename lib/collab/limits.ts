/** Every bound of the realtime server, in one place. Pure. */

export const limits = {
  /** Largest frame that is looked at, in bytes; a larger one is refused with a reason. */
  frame: 1024 * 1024,
  /** From here on the socket is closed without reading the frame, in bytes. */
  hardFrame: 8 * 1024 * 1024,
  /** Largest awareness state of one client, in bytes of JSON. */
  awareness: 4096,
  /** Client ids one connection may speak for. A Y.Doc has one, and takes another when it meets itself. */
  clientsPerConnection: 16,
  /** Client ids one person may bring into one document within an hour: each page that opens it has its own. */
  clientsPerPersonAndHour: 300,
  /** Frames a socket may send in a row, and how many more each second. Beyond that it is read more slowly; nothing is lost. */
  burst: 400,
  framesPerSecond: 100,
  /** The same for awareness frames alone, and for bytes. */
  awarenessBurst: 200,
  awarenessPerSecond: 40,
  bytesInARow: 16 * 1024 * 1024,
  bytesPerSecond: 2 * 1024 * 1024,
  /**
   * Up to so many people in a document, cursors are shown at once. For each one more, news of cursors is gathered for so
   * much longer, and for this at the longest, in ms.
   */
  cursorsAtOnce: 12,
  cursorPause: 3,
  longestCursorPause: 250,
  /** Time after which somebody on another process is gone of whom nothing was heard, in ms. */
  silentCursor: 40_000,
  /** A stored document of so many bytes, in no more pieces than this, is sent to who waits for it before it is built. */
  largeDocument: 256 * 1024,
  largeDocumentPieces: 64,
  /** How long building it waits at most until that has left, in ms. */
  largeDocumentWait: 500,
  /** Messages from so many bytes on are compressed. */
  compressed: 64 * 1024,
  /** Awareness frames of one socket, and their bytes, that may wait for their documents to be loaded. */
  earlyAwareness: 20,
  earlyAwarenessBytes: 64 * 1024,
  /** Frames of one socket that wait for an answer (a slow database, say) before it is read no further. */
  unanswered: 64,
  /** Bytes of accepted edits that may wait for the database. Beyond that no more are taken, and their senders keep them. */
  unwritten: 64 * 1024 * 1024,
  /**
   * Bytes that may wait for a socket which doesn't read. With more it is closed, and comes back for what it missed. The
   * largest document must fit, with what happens in it while it is on its way.
   */
  unsent: 24 * 1024 * 1024,
  /** Sockets of one person. */
  socketsPerPerson: 50,
  /** Documents that one socket may have open, and may be opening at the same time. */
  documentsPerSocket: 50,
  /** Documents that were closed to one socket before it is closed as a whole. */
  closedDocuments: 500,
  openingDocuments: 20,
  /** People in one document, and pages of one person in it (in one process). */
  peoplePerDocument: 250,
  pagesPerPersonAndDocument: 20,
  /** A whole document with its history of deletions, in bytes of a Yjs update. */
  document: 16 * 1024 * 1024,

  highlights: 10_000,
  /** Code units of a highlight's passage, and of what stands before and after it. */
  passage: 20_000,
  context: 256,
  /** Code units of a rebuttal's body. */
  body: 400_000,
  /** How deep rich text may nest. */
  depth: 24,

  /** Time between two looks whether a socket still answers, in ms: one that fell silent is closed at the second. */
  heartbeat: 12_000,
  /**
   * Least time from the start of one transaction of the log to the next, in ms: under load each takes in more, and the
   * database has time for others.
   */
  commitEvery: 5,
  /** Time from a rebuttal's edit to its projection: at least, and at most while edits go on, in ms. */
  projectAfter: 1000,
  projectWithin: 5000,
  /** Projections, and snapshots, that are made at the same time: what people wait for goes before. */
  projectionsAtOnce: 2,
  compactionsAtOnce: 1,
  /** Log rows beyond a document's snapshot that call for a new one: while it is open, and when it is closed. */
  rowsWhileOpen: 500,
  rowsAtClose: 50,
  /** How long the end waits for edits to reach the database, then for projections, then for sockets, in ms. */
  drain: 1200,
  lastProjection: 500,
  goodbye: 500,
  /** Back-off of whatever the database didn't take: first, and at most, in ms. */
  firstRetry: 50,
  longestRetry: 1000,
} as const;
