// Measures the processor time of this thread, which other work of the machine hardly changes.

/** Milliseconds of processor time that a synchronous function takes. */
export function cpuTime(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
