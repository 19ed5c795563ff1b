/** Keeps what people bring to import, a file or a fetched page, between its preview and its import (database). */
import { randomUUID } from "node:crypto";
import { db, dbPool } from "@/lib/db/client";
import { notFound } from "@/lib/errors";
import type { Source, SourceKind } from "./schema";

/** Whose it is. */
export interface Bringer {
  workspaceId: string;
  userId: string;
}

interface NewSource {
  kind: SourceKind;
  bytes: Uint8Array;
  url?: string;
  charset?: string;
}

const keptFor = 24 * 60 * 60 * 1000; // ms
/** Of one person, the newest so many stay. */
const mostKept = 10;
const partSize = 1_000_000; // bytes

/** Keeps it for a day, and lets go of what is older or too much. Returns its id. */
export async function keepSource(
  { workspaceId, userId }: Bringer,
  { kind, bytes, url, charset }: NewSource,
): Promise<string> {
  const { importSource } = db();
  const newest = await importSource.findMany({
    where: { createdById: userId },
    orderBy: { createdAt: "desc" },
    take: mostKept - 1,
    select: { id: true },
  });
  await importSource.deleteMany({
    where: {
      OR: [
        { createdAt: { lt: new Date(Date.now() - keptFor) } },
        { createdById: userId, id: { notIn: newest.map(({ id }) => id) } },
      ],
    },
  });
  // Past Prisma, which would turn the bytes into text and back on the event loop.
  const id = randomUUID();
  await dbPool().query(
    `INSERT INTO "ImportSource" ("id", "workspaceId", "createdById", "kind", "bytes", "url", "charset")
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, workspaceId, userId, kind, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), url, charset],
  );
  return id;
}

/**
 * What is kept under the id.
 * @throws AppError `not-found` when it is gone, or somebody else's
 */
export async function keptSource({ workspaceId, userId }: Bringer, id: string): Promise<Source> {
  const kept = await db().importSource.findFirst({
    where: { id, workspaceId, createdById: userId },
    select: { kind: true, url: true, charset: true },
  });
  if (!kept) throw notFound("file; it is kept for a day. Choose it again");
  return {
    kind: kept.kind as SourceKind,
    content: await bytesOf(id),
    ...(kept.url !== null && { url: kept.url }),
    ...(kept.charset !== null && { charset: kept.charset }),
  };
}

/** Read in parts: the driver decodes each on the event loop, which has other things to do in between. */
async function bytesOf(id: string): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for (let last = partSize, at = 1; last === partSize; at += partSize) {
    const { rows } = await dbPool().query<{ part: Buffer }>(
      `SELECT substring("bytes" FROM $2::int FOR $3::int) AS "part" FROM "ImportSource" WHERE "id" = $1`,
      [id, at, partSize],
    );
    const [row] = rows;
    if (!row) throw notFound("file");
    parts.push(row.part);
    last = row.part.length;
  }
  return new Uint8Array(Buffer.concat(parts));
}
