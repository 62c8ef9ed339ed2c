// Sends a request as bytes and reads the answer as bytes, without the corrections of browsers and `fetch`.

import { connect } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface RawRequest {
  readonly method?: string;
  readonly target: string;
  /** Headers in addition to `Host` and `Connection`; `undefined` omits one of those. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** Sends a request to a port of this machine. */
export function sendRaw(port: number, { method = 'GET', target, headers = {} }: RawRequest): Promise<RawAnswer> {
  const all = { Host: `localhost:${port}`, Connection: 'close', ...headers };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`${method} ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`, 'latin1'),
    );
    const parts: Buffer[] = [];
    socket.setTimeout(20_000, () => socket.destroy(new Error(`no answer to ${method} ${target}`)));
    socket.on('data', (part: Buffer) => {
      parts.push(part);
      // An upgraded connection stays open.
      if (part.toString('latin1').startsWith('HTTP/1.1 101')) socket.end();
    });
    socket.on('error', fail);
    socket.on('close', () => done(readAnswer(Buffer.concat(parts).toString('utf8'))));
  });
}

function readAnswer(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line) => [
    line.slice(0, line.indexOf(':')).toLowerCase(),
    line.slice(line.indexOf(':') + 1).trim(),
  ]);
  return { status: Number(first.split(' ')[1]), headers: Object.fromEntries(headers), body: rest.join('\r\n\r\n') };
}
