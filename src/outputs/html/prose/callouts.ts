// GitHub's alerts → callouts: a component in a body, an element in a description (format.md 5.5).

import type { Node, Parent } from 'mdast';
import type { ValueWords } from '../../../compiler/model/index.ts';
import { component } from './jsx-nodes.ts';

type Kind = keyof ValueWords['alerts'];

/** An alert of a body as a component. */
export function alertComponent(alert: Node, children: Node[]): Node {
  return component(true, 'Callout', { type: kindOf(alert) === 'caution' ? 'danger' : kindOf(alert) }, children);
}

/** An alert of a description as an element that begins with the name of its kind. */
export function alertElement(alert: Node, children: Node[], words: ValueWords['alerts']): Node {
  const kind = kindOf(alert);
  const titleData = { hProperties: { className: ['callout-title'] } };
  const title = { type: 'paragraph', data: titleData, children: [{ type: 'text', value: words[kind] }] } as Parent;
  const data = { hName: 'aside', hProperties: { className: ['callout', kind], role: 'note' } };
  return { type: 'callout', data, children: [title, ...children] } as Node;
}

function kindOf(alert: Node): Kind {
  return (alert as Node & { kind: Kind }).kind;
}
