// Lines of a code → tokens with tones. TextMate colours line by line, and the samples of a site repeat many lines, so
// each line is coloured once for each state of the grammar that it begins in.

import { EncodedTokenMetadata, INITIAL, type IGrammar, type StateStack } from 'shiki/textmate';
import type { CodeToken } from '../compiler/model/index.ts';
import { StateNumbers } from './state-numbers.ts';
import { toneOf } from './tones.ts';

/** Longer lines are not coloured, since colouring them takes too long. */
const maxColouredLine = 10_000;

/** Number of lines that are kept. With more, all are forgotten, so that memory stays bounded. */
const maxKeptLines = 50_000;

type Tokens = readonly CodeToken[];

/** A coloured line, and the state after it. */
interface ColouredLine {
  readonly tokens: Tokens;
  readonly next: StateStack;
}

const noTokens: Tokens = [];

/** Colours codes of one grammar. */
export class LineColourer {
  readonly #grammar: IGrammar;
  readonly #colours: readonly string[];
  #states = new StateNumbers();
  readonly #kept = new Map<number, Map<string, ColouredLine>>();
  #count = 0;

  /** @param colours colours of the theme, by their numbers in tokens */
  constructor(grammar: IGrammar, colours: readonly string[]) {
    this.#grammar = grammar;
    this.#colours = colours;
  }

  /** The tokens of each line. An empty line has none, and does not change the state. */
  colour(text: string): readonly Tokens[] {
    let state: StateStack = INITIAL;
    return text.split(/\r?\n/).map((line) => {
      if (line === '') return noTokens;
      if (line.length >= maxColouredLine) return [{ text: line }];
      const { tokens, next } = this.#line(line, state);
      state = next;
      return tokens;
    });
  }

  #line(line: string, state: StateStack): ColouredLine {
    if (this.#count >= maxKeptLines) this.#forget();
    const number = this.#states.numberOf(state);
    const kept = this.#kept.get(number) ?? new Map<string, ColouredLine>();
    const known = kept.get(line);
    if (known !== undefined) return known;
    // Shiki's time limit per line is off, so that a slow machine gives the same HTML.
    const { tokens, ruleStack } = this.#grammar.tokenizeLine2(line, state, 0);
    const coloured = { tokens: this.#tokens(line, tokens), next: ruleStack };
    this.#kept.set(number, kept.set(line, coloured));
    this.#count++;
    return coloured;
  }

  #forget(): void {
    this.#kept.clear();
    this.#states = new StateNumbers();
    this.#count = 0;
  }

  /** Neighbours of the same tone are one token. White space gets the tone of the token before it. */
  #tokens(line: string, encoded: Uint32Array): Tokens {
    const merged: { text: string; tone: string | undefined }[] = [];
    for (let i = 0; i < encoded.length; i += 2) {
      const text = line.slice(encoded[i], encoded[i + 2] ?? line.length);
      if (text === '') continue;
      const tone = toneOf(this.#colours[EncodedTokenMetadata.getForeground(encoded[i + 1]!)]);
      const last = merged.at(-1);
      if (last && (last.tone === tone || /^\s*$/.test(text))) last.text += text;
      else merged.push({ text, tone });
    }
    return merged.map(({ text, tone }) => (tone === undefined ? { text } : { text, tone }));
  }
}
