// How long work takes, by the processor's clock of this thread: the same however busy the machine is.

/** Milliseconds of processor time that synchronous work takes. */
export function cpuTime(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
