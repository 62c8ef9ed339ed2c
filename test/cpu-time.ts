// Measures the processor time of this thread, which other work of the machine hardly changes.

/** Milliseconds of processor time that a synchronous function takes. */
export function cpuTime(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  return since(before);
}

/** Milliseconds of processor time until an asynchronous function ends. */
export async function cpuTimeUntil(work: () => Promise<unknown>): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  return since(before);
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
