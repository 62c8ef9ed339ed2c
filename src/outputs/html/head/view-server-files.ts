// The site → the files with headers and redirects that its hosts read: types of texts, a long time in caches for files
// whose names change with their content, the Content-Security-Policy that the site satisfies, and redirects of old
// addresses. The pages at old addresses redirect too, so a host without these files loses nothing but speed.

import {
  pathOf,
  type HostFile,
  type HostKind,
  type RedirectView,
  type SiteConfig,
} from '../../../compiler/model/index.ts';
import { serverMark, typesByPath, typesForHosts, vercelStart } from '../../../compiler/source/index.ts';
import { encodePath } from '../../../compiler/text/index.ts';

/** A header of all files, or of those below a path or with an ending, or of one file. */
interface Rule {
  readonly path?: string;
  readonly file?: string;
  readonly ending?: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** A redirect from a path to a path or an address. */
interface Move {
  readonly from: string;
  readonly to: string;
}

/**
 * Makes the files of the hosts that the site names.
 * @param base path that the site is served at, with `/` at both ends
 * @param scripts hashes of the scripts inside its pages: `sha256-…`
 */
export function viewServerFiles(
  site: SiteConfig,
  redirects: readonly RedirectView[],
  base: string,
  scripts: readonly string[],
): readonly HostFile[] {
  if (site.hosts.size === 0) return [];
  const rules = listRules(site, base, scripts);
  const moves = listMoves(redirects, base);
  const makers: Readonly<Record<HostKind, () => readonly HostFile[]>> = {
    netlify: () => plainFiles(rules, moves, base, !site.hosts.has('cloudflare')),
    cloudflare: () => (site.hosts.has('netlify') ? [] : plainFiles(rules, moves, base, false)),
    vercel: () => [{ path: 'vercel.json', text: vercelFile(rules, moves, base) }],
    nginx: () => [{ path: '_host/nginx.conf', text: nginxFile(rules, moves, base) }],
    apache: () => [{ path: '.htaccess', text: apacheFile(rules, moves, base) }],
  };
  return [...site.hosts].flatMap((host) => makers[host]());
}

function listRules(site: SiteConfig, base: string, scripts: readonly string[]): readonly Rule[] {
  const hasOwnCode = site.mdx === 'code' || site.components.size > 0 || site.parts.size > 0;
  const images = [...site.imageHosts].map((host) => ` https://${host}`).join('');
  const policy = [
    "default-src 'none'",
    `script-src 'self'${scripts.map((hash) => ` '${hash}'`).join('')}`,
    "style-src 'self'",
    `img-src 'self' data:${images}`,
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  // Nobody knows what components of the site's own load: the site adds a policy for them itself.
  const safety = [hasOwnCode ? "frame-ancestors 'none'" : policy.join('; ')];
  const year = 'public, max-age=31536000, immutable';
  return [
    {
      headers: [
        ...safety.map((value) => ['Content-Security-Policy', value] as const),
        ['X-Content-Type-Options', 'nosniff'],
        ['X-Frame-Options', 'DENY'],
      ],
    },
    { path: `${base}_stele/`, headers: [['Cache-Control', year]] },
    ...[...typesForHosts].map(([ending, type]) => ({ ending, headers: [['Content-Type', type] as const] })),
    // All files without an ending are data for programs.
    ...[...(site.outputs.json ? typesByPath : [])].map(([path, type]) => ({
      file: base + path,
      headers: [['Content-Type', type] as const],
    })),
  ];
}

/**
 * Redirects that a host may answer. It passes the reader's query on, and browsers keep the hash. A target with a hash
 * of its own is left to the page at the old address, where the reader's hash goes first.
 */
function listMoves(redirects: readonly RedirectView[], base: string): readonly Move[] {
  return redirects.flatMap(({ address, href }) => {
    if (href.includes('#')) return [];
    const from = base + encodePath(pathOf(address));
    const to = new URL(href, `https://host.invalid${from}`).href.replace(/^https:\/\/host\.invalid(?=\/)/, '');
    return [{ from: from.replace(/\/$/, ''), to }];
  });
}

/** `_headers` and `_redirects`. Netlify answers with the page at an old address unless the redirect is forced. */
function plainFiles(
  rules: readonly Rule[],
  moves: readonly Move[],
  base: string,
  isForced: boolean,
): readonly HostFile[] {
  const headers = rules.map(({ path, file, ending, headers: list }) => {
    const all = path === undefined ? `${base}*${ending === undefined ? '' : `.${ending}`}` : `${path}*`;
    const at = file ?? all;
    return `${at}\n${list.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`;
  });
  const status = isForced ? '301!' : '301';
  const lines = moves.flatMap(({ from, to }) => [`${from} ${to} ${status}\n`, `${from}/ ${to} ${status}\n`]);
  const head = `# ${serverMark}\n`;
  return [
    { path: '_headers', text: head + headers.join('') },
    { path: '_redirects', text: head + lines.join('') },
  ];
}

function vercelFile(rules: readonly Rule[], moves: readonly Move[], base: string): string {
  const headers = rules.map(({ path, file, ending, headers: list }) => ({
    source: file ?? (path === undefined ? `${base}(.*)${ending === undefined ? '' : `\\.${ending}`}` : `${path}(.*)`),
    headers: list.map(([key, value]) => ({ key, value })),
  }));
  const redirects = moves.map(({ from, to }) => ({
    source: `${from.replace(/[()*+?:]/g, '\\$&')}{/}?`,
    destination: to,
    permanent: true,
  }));
  const file = { ...vercelStart, headers, redirects };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** Whether a rule is about all files. */
function isGeneral({ path, file, ending }: Rule): boolean {
  return path === undefined && file === undefined && ending === undefined;
}

/** For `include` inside a `server` block. A header of an inner block replaces those of the outer one in nginx. */
function nginxFile(rules: readonly Rule[], moves: readonly Move[], base: string): string {
  const general = rules.filter(isGeneral);
  const lines = general.flatMap(({ headers }) =>
    headers.map(([name, value]) => `add_header ${name} "${value}" always;\n`),
  );
  const blocks = rules.flatMap(({ path, headers }) => {
    if (path === undefined) return [];
    const own = headers.map(([name, value]) => `  add_header ${name} "${value}" always;\n`);
    return [`location ${path} {\n${lines.map((line) => `  ${line}`).join('')}${own.join('')}}\n`];
  });
  const types = rules.flatMap(({ file, headers }) =>
    file === undefined ? [] : `location = ${file} { default_type '${headers[0]![1]}'; }\n`,
  );
  const redirects = moves.flatMap(({ from, to }) =>
    [from, `${from}/`].map((path) => `location = ${path} { return 301 ${to}$is_args$args; }\n`),
  );
  return `# ${serverMark}: include it in a server block, beside \`include mime.types;\`.
${lines.join('')}types { text/markdown md; }
charset utf-8;
charset_types text/html text/css text/plain text/markdown application/json application/javascript;
error_page 404 ${base}404.html;
${blocks.join('')}${types.join('')}${redirects.join('')}`;
}

/** For the folder of the site. A pattern is compared with the decoded path. */
function apacheFile(rules: readonly Rule[], moves: readonly Move[], base: string): string {
  const set = (headers: Rule['headers']): string =>
    headers.map(([name, value]) => `  Header always set ${name} "${value}"\n`).join('');
  const general = rules.filter(isGeneral);
  const forever = rules.filter(({ path }) => path !== undefined);
  const cached = forever
    .flatMap(({ headers }) => headers)
    .map(([name, value]) => `  Header always set ${name} "${value}" env=STELE_HASHED\n`);
  const types = rules.flatMap(({ file, headers }) =>
    file === undefined
      ? []
      : `<Files "${file.slice(file.lastIndexOf('/') + 1)}">\n  ForceType '${headers[0]![1]}'\n</Files>\n`,
  );
  const redirects = moves.map(({ from, to }) => {
    const pattern = decodeURIComponent(from.slice(base.length)).replace(/[\\^$.*+?()[\]{}|"]/g, '\\$&');
    return `  RedirectMatch permanent "^${base}${pattern}/?$" "${to}"\n`;
  });
  return `# ${serverMark}
AddType text/markdown .md
AddCharset utf-8 .md .json .html .css .js .txt
${types.join('')}<IfModule mod_headers.c>
${general.map(({ headers }) => set(headers)).join('')}  SetEnvIf Request_URI "^${base}_stele/" STELE_HASHED
${cached.join('')}</IfModule>
<IfModule mod_alias.c>
${redirects.join('')}</IfModule>
`;
}
