// Requests that no browser of a reader sends, and the answers of both local servers.

import type { RawRequest } from './raw-request.ts';

export interface HostileRequest extends RawRequest {
  readonly name: string;
  readonly status: number;
}

/** Files of this machine that no server may send, with a part of the text of each. */
export const secrets: readonly RegExp[] = [
  /^title: Secret site/m,
  /root:x:0/,
  /TOKEN=hunter2/,
  /"lockfileVersion"/,
  /\[core\]/,
];

/** Matches an answer that shows an error of the program, not a refusal. */
export const traces = /\bat [\w.<>]+ \(|node:internal|Error:|file:\/\/|node_modules/;

/**
 * @param base path that the site is served under, with `/` at both ends
 * @param content absolute path of the content folder
 */
export function listHostile(base: string, content: string): readonly HostileRequest[] {
  const get = (status: number, targets: readonly string[]): readonly HostileRequest[] =>
    targets.map((target) => ({ name: target, target, status }));
  const below = (status: number, paths: readonly string[]): readonly HostileRequest[] =>
    get(
      status,
      paths.flatMap((path) => (base === '/' ? [`/${path}`] : [`${base}${path}`, `/${path}`])),
    );
  const host = (name: string, value: string | undefined, status: number): HostileRequest => ({
    name,
    target: base,
    headers: { Host: value },
    status,
  });
  return [
    ...below(400, [
      '%',
      '%E0%A4%A',
      '%zz/',
      'guides/%',
      '..',
      '../',
      '%2e%2e/',
      '.%2e/site.yaml',
      '..%2fsite.yaml',
      '..%5csite.yaml',
      'a%00b',
      'a\\..\\b',
      '%5c%5cevil',
      'a%2fb',
      './guides/',
      '_content/../site.yaml',
      '_content/%2e%2e/%2e%2e/etc/passwd',
      'a%0d%0aX-Y:%20z',
    ]),
    ...below(404, [
      `@fs${content}/site.yaml`,
      `@fs${content}/site.yaml?raw`,
      `@fs${content}/site.yaml?url`,
      `@fs${content}/site.yaml?import&raw`,
      `@fs${content}/.env`,
      `@fs${content}/guides/a.mdx?raw`,
      '@fs/etc/passwd',
      '@fs/etc/passwd?raw??',
      '@fs//etc/passwd?import&raw??',
      '@fs/C:/Windows/win.ini',
      '@id/x',
      '@id/__x00__virtual:stele/site',
      '@id/virtual:stele/bodies',
      `@id${content}/site.yaml?raw`,
      '@vite/env',
      '@react-refresh',
      'site.yaml',
      'site.yaml?raw',
      'content/site.yaml',
      'content/site.yaml?raw',
      '_content/site.yaml',
      '_content/.env',
      '_content/guides/a.mdx',
      '_content/unused.png',
      '.env',
      '.env?raw',
      '.git/config',
      '.git/HEAD',
      '.stele.json',
      '.DS_Store',
      '.well-known/../.env'.replace('../', ''),
      'guides/.a.swp',
      'package.json',
      'package-lock.json',
      'package.json?import',
      'astro.config.mjs',
      'tsconfig.json',
      'src/compiler/pipeline.ts',
      'src/compiler/pipeline.ts?raw',
      'src/site/layouts/Document.astro',
      'src/site/layouts/Document.astro?raw',
      'src/site/layouts/Document.astro?astro&type=style&index=0',
      'src/site/client/main.ts?raw',
      'src/site/client/../../pipeline.ts'.replace('../../', 'x/'),
      'node_modules/.vite/deps/_metadata.json',
      'node_modules/yaml/package.json',
      '__open-in-editor?file=/etc/passwd',
      '__vite_ping',
      '_image?href=/@fs/etc/passwd',
      '_server-islands/x',
      '_astro/x',
      '_search/',
      '_search/x.json',
      '_content/',
      'nowhere',
      'nowhere/',
      'nowhere/deep/er/',
      '404/',
      '404.html/',
      'guides/a/index.html/',
      'index.html/',
    ]),
    ...get(404, ['//evil.example/', '//evil.example', `${base}/guides/a`, `${base}guides//a/`, `${base}guides/a//`]),
    ...get(400, [`${base}#x`, `${base}guides/a/?x#y`]),
    ...['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'].map((method) => ({
      name: method,
      method,
      target: base,
      status: 405,
    })),
    host('a foreign name', 'evil.example', 403),
    host('a foreign name with the port', 'evil.example:4321', 403),
    host('a name that begins with localhost', 'localhost.evil.example', 403),
    host('a name that ends with localhost', 'evillocalhost', 403),
    host('an empty name', '', 403),
    host('a name with a login', 'localhost@evil.example', 403),
    host('an address in digits', '127.0.0.1', 200),
    host('an address of version 6', '[::1]:80', 200),
    host('a name below localhost', 'docs.localhost', 200),
  ];
}

/** Requests for a WebSocket, with the status of the answer to each. */
export function listUpgrades(port: number, target: string): readonly HostileRequest[] {
  const upgrade = {
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
  };
  const request = (name: string, headers: Readonly<Record<string, string>>): HostileRequest => ({
    name,
    target,
    headers: { ...upgrade, 'Sec-WebSocket-Protocol': 'vite-hmr', ...headers },
    status: 403,
  });
  return [
    request('without an origin', {}),
    request('of another site', { Origin: 'https://evil.example' }),
    request('of another port', { Origin: `http://localhost:${port + 1}` }),
    request('of a file', { Origin: 'null' }),
    request('over https', { Origin: `https://localhost:${port}` }),
    request('of a foreign name for this machine', { Origin: 'http://evil.example', Host: 'evil.example' }),
    request('for a ping without an origin', { 'Sec-WebSocket-Protocol': 'vite-ping' }),
  ];
}
