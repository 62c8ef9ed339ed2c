// GitHub's alerts → callouts: a component in a body, an element in a description (format.md 5).

import type { Node, Parent } from 'mdast';
import type { ValueWords } from '../model/index.ts';
import { component } from './jsx-nodes.ts';

type Kind = keyof ValueWords['alerts'];

/** By kind of alert, the type of `Callout` and the class of its look. */
const callouts: Readonly<Record<Kind, { readonly type: string; readonly look: string }>> = {
  note: { type: 'note', look: 'info' },
  tip: { type: 'tip', look: 'success' },
  important: { type: 'important', look: 'info' },
  warning: { type: 'warning', look: 'warning' },
  caution: { type: 'danger', look: 'danger' },
};

/** An alert of a body as a component. */
export function alertComponent(alert: Node, children: Node[]): Node {
  return component(true, 'Callout', { type: callouts[kindOf(alert)].type }, children);
}

/** An alert of a description as an element that begins with its kind in words. */
export function alertElement(alert: Node, children: Node[], words: ValueWords['alerts']): Node {
  const kind = kindOf(alert);
  const title = { type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: words[kind] }] }] } as Parent;
  const data = { hName: 'aside', hProperties: { className: ['callout', callouts[kind].look] } };
  return { type: 'callout', data, children: [title, ...children] } as Node;
}

function kindOf(alert: Node): Kind {
  return (alert as Node & { kind: Kind }).kind;
}
