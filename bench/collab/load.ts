/** A load, and how it is run: each server in a fresh process, round after round, each round in another order. */
import type { Contestant, Name } from "./contestants";
import type { Figures, LoadResult, Promised, Unit } from "./figures";
import type { Ground } from "./ground";
import type { ServerProcess } from "./server-process";

/** One server under one load. */
export interface Trial {
  contestant: Contestant;
  server: ServerProcess;
  ground: Ground;
}

export interface Load {
  /** What `--only` calls it. */
  name: string;
  title: string;
  units: Record<string, Unit>;
  promises: Promised[];
  rounds: number;
  /** Whom it can be asked of. */
  isFor(contestant: Contestant): boolean;
  /** Runs it once, in rooms that nobody used before. */
  run(trial: Trial): Promise<Figures>;
}

export async function runLoad(load: Load, contestants: readonly Contestant[], ground: Ground): Promise<LoadResult> {
  const { title, units, promises } = load;
  const rounds = new Map<Name, Figures[]>();
  const running = await Promise.all(
    contestants
      .filter((contestant) => load.isFor(contestant))
      .map(async (contestant) => ({ contestant, server: await contestant.start() })),
  );
  try {
    for (let round = 0; round < load.rounds; round += 1) {
      for (const { contestant, server } of turned(running, round)) {
        const figures = await load.run({ contestant, server, ground });
        rounds.set(contestant.name, [...(rounds.get(contestant.name) ?? []), figures]);
      }
    }
  } finally {
    await Promise.all(running.map(({ server }) => server.end()));
  }
  return { title, units, promises, rounds };
}

/** The same in another order for each turn. */
const turned = <T>(items: readonly T[], by: number): T[] =>
  items.map((_, index) => items[(index + by) % items.length] as T);
