// Runs a long step's program and shows one line for it; what the program prints is shown only when it fails.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

const redrawEvery = 200; // ms, on a terminal
const remindEvery = 15_000; // ms, where lines can't be redrawn

/** A step that failed; its output has been shown. */
export class StepFailed extends Error {}

/**
 * Runs a program to its end.
 * @param {string} title what is being done: "Installing packages"
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to the environment
 * @throws StepFailed when it doesn't end with exit code 0
 */
export async function runStep(title, program, args, env = {}) {
  const finish = showProgress(title);
  const child = spawn(program, args, { cwd: root, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const passOn = (signal) => child.kill(signal);
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, passOn);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const end = await new Promise((done) => {
    child.on("error", (error) => done(error.message));
    child.on("close", (code, signal) => done(signal ?? code));
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.off(signal, passOn);
  finish(end === 0 ? "done" : `failed (${end})`);
  if (end === 0) return;
  process.stderr.write(`\n${output.trim()}\n\n`);
  throw new StepFailed(`${title} failed.`);
}

/**
 * Shows that something is going on and for how long.
 * @param {string} title
 * @returns {(outcome: string) => void} ends the line
 */
function showProgress(title) {
  const began = performance.now();
  const elapsed = () => `${((performance.now() - began) / 1000).toFixed(0)} s`;
  const { isTTY } = process.stdout;
  if (!isTTY) console.log(`${title} …`);
  const timer = isTTY
    ? setInterval(() => process.stdout.write(`\r${title} … ${elapsed()}`), redrawEvery)
    : setInterval(() => console.log(`${title} … ${elapsed()}`), remindEvery);
  return (outcome) => {
    clearInterval(timer);
    process.stdout.write(`${isTTY ? "\r" : ""}${title} … ${outcome} in ${elapsed()}\n`);
  };
}
