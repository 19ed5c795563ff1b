/** Measures for how long work holds the event loop at a time, in processor time: a busy machine changes nothing about it. */

/**
 * The most processor time (ms) that this thread spent between two looks at it, which come as often as the loop lets them.
 * @param work what is going on meanwhile
 */
export async function longestHold(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = process.threadCpuUsage();
  const look = () => {
    const { user, system } = process.threadCpuUsage(last);
    longest = Math.max(longest, (user + system) / 1000);
    last = process.threadCpuUsage();
  };
  const looking = setInterval(look, 1);
  try {
    await work();
  } finally {
    clearInterval(looking);
    look();
  }
  return longest;
}
