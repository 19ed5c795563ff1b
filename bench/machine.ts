/** Names the machine and what ran on it, since a number means nothing without. */
import { cpus, loadavg, release, type as system, totalmem } from "node:os";
import { arch, version } from "node:process";

/**
 * "AMD EPYC 7763, 2 cores, 8 GB; Linux 6.1.0 x64; Node v24.21.0; Chromium 143.0".
 * @param also what else took part, with its version
 */
export function machineName(...also: string[]): string {
  const cores = cpus();
  const model = (cores[0]?.model ?? "unknown processor").replaceAll(/\s+/g, " ").trim();
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GB`;
  const machine = `${model}, ${cores.length} cores, ${memory}`;
  return [machine, `${system()} ${release()} ${arch}`, `Node ${version}`, ...also].join("; ");
}

/** How many processes waited for a core in the last minute, before the measuring began: 0 on a quiet machine. */
export function loadBefore(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}
