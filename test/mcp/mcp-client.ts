// A client of `stele mcp`, and measures of many calls.

import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { repository } from '../site/run-stele.ts';

const main = join(repository, 'src/cli/main.ts');
/** A leak would end the process. */
const limit = '--max-old-space-size=160';

/** Starts `stele mcp --http`, and waits for its address. */
export async function startHttp(args: readonly string[]): Promise<{ server: ChildProcess; url: URL }> {
  const server = spawn(process.execPath, [limit, main, 'mcp', '--http', '--port', '0', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const url = await new Promise<URL>((done, fail) => {
    let said = '';
    server.stderr!.on('data', (bytes: Buffer) => {
      said += String(bytes);
      const found = /http:\/\/\S+/.exec(said)?.[0].replace(/\.$/, '');
      if (found) done(new URL(found));
    });
    server.on('exit', () => fail(new Error(said)));
  });
  return { server, url };
}

export function connectHttp(url: URL): Promise<Client> {
  return connect(new StreamableHTTPClientTransport(url));
}

/** Starts `stele mcp` over standard input and output. */
export async function connectStdio(args: readonly string[]): Promise<{ client: Client; pid: number }> {
  const transport = new StdioClientTransport({ command: process.execPath, args: [limit, main, 'mcp', ...args] });
  const client = await connect(transport);
  return { client, pid: transport.pid! };
}

async function connect(transport: StdioClientTransport | StreamableHTTPClientTransport): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport as Parameters<typeof client.connect>[0]);
  return client;
}

/** The text of an answer. */
export async function textOf(client: Client, name: string, given: Record<string, unknown> = {}): Promise<string> {
  const { content } = await client.callTool({ name, arguments: given });
  return (content as { text: string }[])[0]!.text;
}

/** A call with a number; equal numbers are equal calls. */
export type Call = (index: number) => Promise<string>;

/** The memory of a process after each of some rounds of 1,000 calls at once, in MiB; 0 on systems that do not tell. */
export async function memoryOfRounds(call: Call, pid: number, rounds: number): Promise<readonly number[]> {
  const memory: number[] = [];
  for (let i = 0; i < rounds; i++) {
    await Promise.all(Array.from({ length: 1000 }, (_, index) => call(index)));
    const file = `/proc/${pid}/statm`;
    memory.push(existsSync(file) ? (Number(readFileSync(file, 'utf8').split(' ')[1]) * 4096) / 2 ** 20 : 0);
  }
  return memory;
}

/** The processor time of a process so far, in milliseconds; 0 on systems that do not tell. */
function processorTime(pid: number): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return 0;
  const fields = readFileSync(file, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  // In ticks of 10 ms.
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/**
 * The median and the 95th percentile of calls one after the other, in milliseconds, and the processor time of the server
 * for one, which does not depend on how busy the machine is.
 */
export async function timeCalls(
  call: Call,
  count: number,
  pid: number,
): Promise<{ median: number; p95: number; processor: number }> {
  const times: number[] = [];
  const before = processorTime(pid);
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    await call(i);
    times.push(performance.now() - start);
  }
  const processor = (processorTime(pid) - before) / count;
  times.sort((a, b) => a - b);
  return { processor, median: times[Math.floor(count / 2)]!, p95: times[Math.floor(count * 0.95)]! };
}
