// A construct of the Markdown parser for bare addresses → the same one, which knows at once that it stands in `[`.
//
// No bare address begins behind a `[` that nothing has closed. To see that, the parser walks back to the `[` at every
// word, which takes time that grows with the square of a link's text. Here it is remembered where the `[` stands.

import type { Construct, Event, Token, TokenizeContext } from 'micromark-util-types';

const names = new Set(['wwwAutolink', 'protocolAutolink', 'emailAutolink']);

/** Where an open `[` stands among the events of each paragraph, as far as it has been read. */
export type OpenLabels = WeakMap<TokenizeContext, number>;

/** Other constructs come back as they are. `openLabels` begins empty; the constructs of one parser share it. */
export function skipInLabels(construct: Construct, openLabels: OpenLabels): Construct {
  if (construct.name === undefined || !names.has(construct.name)) return construct;
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return isInLabel(this, openLabels) ? nok : construct.tokenize.call(this, effects, ok, nok);
    },
  };
}

/** The parser's own mark on a token: no `[` in front of it is open. */
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
