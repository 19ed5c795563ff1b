// Loaded into each server's process before the server itself: tells the benchmark what the process has used so far.

process.on("message", (question) => {
  // Not by a signal: with --cpu-prof the process must end by itself to write what it saw.
  if (question === "end") process.exit(0);
  if (question === "cpu") {
    const { user, system } = process.cpuUsage();
    process.send?.((user + system) / 1000);
  }
  if (question === "memory") {
    // Twice, because what the first finds dead may have held on to more.
    globalThis.gc?.();
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    process.send?.(heapUsed + external);
  }
});
// The benchmark is gone, so nobody needs the server.
process.on("disconnect", () => process.exit(0));
