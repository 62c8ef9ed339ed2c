// A construct of the Markdown parser for bare addresses → the same construct, but fast inside `[…]`.
//
// No bare address begins after an open `[`. To detect this, the parser searches back to the `[` at every word. The time
// grows with the square of the length of a link text. This module remembers the position of the `[` instead.

import type { Construct, Event, Token, TokenizeContext } from 'micromark-util-types';

const names = new Set(['wwwAutolink', 'protocolAutolink', 'emailAutolink']);

/** Whether a construct reads bare addresses. */
export function readsAddresses({ name }: Construct): boolean {
  return name !== undefined && names.has(name);
}

/** For each paragraph that is being parsed, the index of its open `[` among the events. */
export type OpenLabels = WeakMap<TokenizeContext, number>;

/**
 * Wraps constructs for bare addresses. Returns other constructs unchanged.
 * @param openLabels an empty map at first, which all constructs of one parser must share
 */
export function skipInLabels(construct: Construct, openLabels: OpenLabels): Construct {
  if (!readsAddresses(construct)) return construct;
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return isInLabel(this, openLabels) ? nok : construct.tokenize.call(this, effects, ok, nok);
    },
  };
}

/** A token with the mark of the parser that no `[` before it is open. */
type Walked = Token & { _gfmAutolinkLiteralWalkedInto?: boolean };

function isInLabel(context: TokenizeContext, openLabels: OpenLabels): boolean {
  const { events } = context;
  const known = openLabels.get(context);
  if (known !== undefined && isOpen(events[known])) return true;
  for (let i = events.length - 1; i >= 0; i--) {
    if (isOpen(events[i])) {
      openLabels.set(context, i);
      return true;
    }
    if ((events[i]![1] as Walked)._gfmAutolinkLiteralWalkedInto) break;
  }
  const last = events.at(-1)?.[1] as Walked | undefined;
  if (last) last._gfmAutolinkLiteralWalkedInto = true;
  return false;
}

function isOpen(event: Event | undefined): boolean {
  const token = event?.[1];
  return (token?.type === 'labelLink' || token?.type === 'labelImage') && !token._balanced;
}
