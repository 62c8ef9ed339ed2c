// Decides which files pages may publish and load: files of safe types, and pictures of the site or of allowed hosts.

import type { Node } from 'mdast';
import type { Place, Report } from '../../diagnostics/index.ts';
import { visitNodes, type AssetTarget, type LinkTarget } from '../../model/index.ts';
import type { Linkable } from './linkable.ts';

/** The nodes of a tree that have the address of a picture: images, and definitions that images refer to. */
export function picturesIn(tree: Node): ReadonlySet<Node> {
  const pictures = new Set<Node>();
  const definitions = new Map<string, Node>();
  const names = new Set<string>();
  visitNodes(tree, (node) => {
    if (node.type === 'image') pictures.add(node);
    const { identifier = '' } = node as Node & { identifier?: string };
    if (node.type === 'imageReference') names.add(identifier);
    if (node.type === 'definition' && !definitions.has(identifier)) definitions.set(identifier, node);
  });
  for (const name of names) if (definitions.has(name)) pictures.add(definitions.get(name)!);
  return pictures;
}

/**
 * The target for an address on another host. Reports a picture that must not be loaded.
 * @param hosts the hosts of `imageHosts`
 */
export function judgeHost(
  { url, written, isPicture }: { readonly url: string; readonly written: string; readonly isPicture: boolean },
  hosts: ReadonlySet<string>,
  place: () => Place,
  report: Report,
): LinkTarget {
  if (isOnHost(url, hosts)) return { kind: 'external', url, mayLoad: true };
  if (isPicture) {
    const host = URL.canParse(url) ? new URL(url).host || undefined : undefined;
    report('foreign-image', place(), { name: written, host, isAllowed: host !== undefined && hosts.has(host) });
  }
  return { kind: 'external', url };
}

/**
 * Whether a page may load a picture from an address: by https, from an allowed host, without a user name and password.
 */
function isOnHost(url: string, hosts: ReadonlySet<string>): boolean {
  if (hosts.size === 0 || !URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === 'https:' && hosts.has(host) && username === '' && password === '';
}

/** Whether a page may show a file or link to it. Reports the file if not. */
export function mayPublish(
  linkable: Linkable,
  target: AssetTarget,
  isPicture: boolean,
  place: () => Place,
  report: Report,
): boolean {
  const asset = (target.isPublic ? linkable.publicFiles : linkable.assets).get(target.path)!;
  const { refusal, format, isCut, path } = asset;
  if (refusal) report(refusal.code, { ...place(), related: refusal.related }, refusal.args);
  else if (isCut)
    report(
      'unreadable-image',
      { ...place(), severity: 'warning' },
      { name: path, problem: 'it ends too early, so a part is missing' },
    );
  else if (isPicture && format !== undefined) report('wrong-image-type', place(), { name: path, format });
  return refusal === undefined;
}
