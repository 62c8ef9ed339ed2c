// Starts a local server for a function that answers requests.

import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendText } from './answer.ts';
import { guardUpgrades } from './guard-upgrades.ts';

/** Thrown if a server cannot listen on its port or address; the message is for the user. */
export class ListenFailed extends Error {
  override readonly name = 'ListenFailed';
}

/** The port and the address of a server. */
export interface ListenOptions {
  /** Port to listen on; if absent, the first free one from 4321. */
  readonly port?: number | undefined;
  /** Name or address to listen on; if absent, only this machine can connect. */
  readonly host?: string | undefined;
}

/** Answers one request. If it fails, the server sends 500 or closes the connection. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The default port. If it is in use, the following ports are tried. */
export const firstPort = 4321;

/** Number of ports that are tried if no port is given. */
const maxPorts = 20;

/** The address to listen on if no host is given. */
export const loopback = '127.0.0.1';

/**
 * Milliseconds that a connection stays open without a request. After Node's five seconds, a busy client can send its
 * next request at the moment at which the connection is closed, and fails.
 */
const idleTime = 300_000;

/** A server that runs. */
export interface RunningServer {
  /** `http://localhost:4321`, without a `/` at its end. */
  readonly origin: string;
  readonly port: number;
  /** Closes all connections and the server. */
  stop(): Promise<void>;
}

/**
 * Starts a server that runs until the process ends.
 * @returns its origin, `http://localhost:4321`, without a `/` at its end
 * @throws ListenFailed if the port or address cannot be used; else the system's error
 */
export async function openServer(answer: Answer, options: ListenOptions): Promise<string> {
  return (await startServer(answer, options)).origin;
}

/**
 * Starts a server.
 * @throws ListenFailed if the port or address cannot be used; else the system's error
 */
export async function startServer(answer: Answer, { port, host }: ListenOptions): Promise<RunningServer> {
  // Loaded when it is needed: builds, which have no server, load this module too.
  const { createServer } = await import('node:http');
  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) sendText(request, response, 500, 'The server failed to answer this request.');
      else response.destroy();
    });
  });
  server.keepAliveTimeout = idleTime;
  guardUpgrades(server, host);
  for (let tried = port ?? firstPort; ; tried++) {
    try {
      await listen(server, tried, host ?? loopback);
      const { port: opened } = server.address() as AddressInfo;
      return { origin: originOfServer(opened, host), port: opened, stop: () => stop(server) };
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isTaken || port !== undefined || tried + 1 >= firstPort + maxPorts) throw explainListen(error, tried, host);
    }
  }
}

function stop(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen({ port, host, exclusive: true }, () => {
      server.off('error', fail);
      done();
    });
  });
}

/** The origin that the user opens in a browser; `localhost` for a wildcard address. */
export function originOfServer(port: number, host: string | undefined): string {
  const isHere = host === undefined || ['0.0.0.0', '::', loopback].includes(host);
  return `http://${isHere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Turns an error of `listen` into a ListenFailed; returns unknown errors unchanged. */
export function explainListen(error: unknown, port: number, host: string | undefined): unknown {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is in use. Choose another with --port.`,
    EACCES: `You have no permission to use port ${port}. Choose one above 1023 with --port.`,
    EADDRNOTAVAIL: `This machine does not have the address ${host}. Choose another with --host.`,
    ENOTFOUND: `There is no address for the name ${host}. Choose another with --host.`,
    EAI_AGAIN: `There is no address for the name ${host}. Choose another with --host.`,
  };
  const reason = reasons[(error as NodeJS.ErrnoException).code ?? ''];
  return reason === undefined ? error : new ListenFailed(reason);
}
