// A process and all its descendants → their total memory. Linux only: other systems have no /proc.

import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds between two samples: shorter than a build's stages, and cheap compared with the build. */
const interval = 50;

/** Watches a process tree until it is stopped. */
export interface MemoryWatch {
  /** Stops watching. Returns the peak in bytes, or undefined if the system cannot measure it. */
  stop(): number | undefined;
}

/** Begins to sample the memory of a process and its descendants. */
export function watchMemory(pid: number): MemoryWatch {
  if (process.platform !== 'linux') return { stop: () => undefined };
  let peak = 0;
  const look = (): void => {
    peak = Math.max(peak, residentBytes(pid));
  };
  look();
  const timer = setInterval(look, interval);
  return {
    stop: () => {
      clearInterval(timer);
      return peak > 0 ? peak : undefined;
    },
  };
}

interface ProcessStatus {
  readonly parent: number;
  readonly resident: number;
  /** The peak of the process alone so far, which covers the time between two samples. */
  readonly highest: number;
}

/** Memory of a tree in bytes. Memory shared by two processes is counted twice, so the result is never too low. */
function residentBytes(root: number): number {
  const processes = readProcesses();
  let sum = 0;
  let highest = 0;
  for (const [pid, { resident, highest: own }] of processes) {
    if (!isInTree(processes, pid, root)) continue;
    sum += resident;
    highest = Math.max(highest, own);
  }
  return Math.max(sum, highest);
}

function isInTree(processes: ReadonlyMap<number, ProcessStatus>, pid: number, root: number): boolean {
  for (let at: number | undefined = pid; at !== undefined && at !== 0; at = processes.get(at)?.parent) {
    if (at === root) return true;
  }
  return false;
}

function readProcesses(): ReadonlyMap<number, ProcessStatus> {
  const processes = new Map<number, ProcessStatus>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const status = readStatus(name);
    if (status !== undefined) processes.set(Number(name), status);
  }
  return processes;
}

/** Undefined for a process that has ended since it was listed. */
function readStatus(pid: string): ProcessStatus | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return undefined;
  }
  const field = (name: string): number => Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(text)?.[1] ?? 0);
  return { parent: field('PPid'), resident: field('VmRSS') * 1024, highest: field('VmHWM') * 1024 };
}
