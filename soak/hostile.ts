/** Sends hostile frames to a layer and a rebuttal, in the name of members with and without the right to write, and of strangers. */
import { randomUUID } from "node:crypto";
import { describe as describePassage } from "@/lib/anchoring";
import { addHighlight } from "@/lib/collab/layer";
import { type FuzzReport, fuzz, type Target } from "@/lib/collab/testing/fuzz";
import { editLayer, writeIn } from "@/lib/collab/testing/layer-edits";
import { bodyField } from "@/lib/rebuttal/schema";
import { inWorld, makeLayer, makePerson, makeRebuttal } from "./world";

/** @throws an error that names the seed when anything breaks or changes that may not */
export function sendHostileFrames(frames: number, seed: number): Promise<FuzzReport> {
  return inWorld(async (world) => {
    const [layer, honest] = [await makeLayer(world), await makePerson(world, "owner")];
    const rebuttal = await makeRebuttal(layer);
    const [editor, annotator] = [await makePerson(world, "editor"), await makePerson(world, "annotator")];
    const outsiders = [await makePerson(world, "viewer"), await makePerson(world, null)];
    const { userId } = honest;
    const targets: Target[] = [
      {
        document: layer.name,
        writers: [userId, editor.userId, annotator.userId],
        honest: honest.headers,
        write(doc, words) {
          const passage = describePassage(layer.text, 4, 9);
          addHighlight(doc, { id: randomUUID(), label: "claim", authorId: userId, createdAt: Date.now(), ...passage });
          editLayer({ userId, doc, text: layer.text }, { kind: "write", which: 0, at: 0, words });
        },
      },
      {
        document: rebuttal.name,
        writers: [userId, editor.userId],
        honest: honest.headers,
        write: (doc, words) => writeIn(doc.getXmlFragment(bodyField), 0, words),
      },
    ];
    const hostile = [annotator, ...outsiders].map(({ headers }) => headers);
    return fuzz(world.databaseUrl, targets, [editor.headers, ...hostile], frames, seed);
  });
}
