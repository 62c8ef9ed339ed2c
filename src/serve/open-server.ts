// A function that answers requests → a server on this machine.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendText } from './answer.ts';
import { guardUpgrades } from './guard-upgrades.ts';

/** A port or an address that cannot be listened on, in words for the user. */
export class ListenFailed extends Error {
  override readonly name = 'ListenFailed';
}

export interface ListenOptions {
  /** Port to listen on; where it is absent, the first free one from 4321. */
  readonly port?: number | undefined;
  /** Name or address to listen on; where it is absent, this machine only. */
  readonly host?: string | undefined;
}

export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export const firstPort = 4321;

/** Ports that are tried where none was asked for. */
const mostPorts = 20;

/** Address that is listened on where none was asked for. */
export const loopback = '127.0.0.1';

/**
 * Starts a server.
 * @returns its origin, `http://localhost:4321`, without a `/` at its end
 * @throws ListenFailed
 */
export async function openServer(answer: Answer, { port, host }: ListenOptions): Promise<string> {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) sendText(request, response, 500, 'The answer failed.');
      else response.destroy();
    });
  });
  guardUpgrades(server, host);
  for (let tried = port ?? firstPort; ; tried++) {
    try {
      await listen(server, tried, host ?? loopback);
      return originOfServer((server.address() as AddressInfo).port, host);
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isTaken || port !== undefined || tried + 1 >= firstPort + mostPorts) throw explainListen(error, tried, host);
    }
  }
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

/** The origin that a person opens: a wildcard address is reached as `localhost`. */
export function originOfServer(port: number, host: string | undefined): string {
  const isHere = host === undefined || ['0.0.0.0', '::', loopback].includes(host);
  return `http://${isHere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Why a server could not listen. */
export function explainListen(error: unknown, port: number, host: string | undefined): unknown {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is in use. Choose another with --port.`,
    EACCES: `You may not listen on port ${port}. Choose one above 1023 with --port.`,
    EADDRNOTAVAIL: `This machine does not have the address ${host}. Choose another with --host.`,
    ENOTFOUND: `There is no address for the name ${host}. Choose another with --host.`,
    EAI_AGAIN: `There is no address for the name ${host}. Choose another with --host.`,
  };
  const reason = reasons[(error as NodeJS.ErrnoException).code ?? ''];
  return reason === undefined ? error : new ListenFailed(reason);
}
