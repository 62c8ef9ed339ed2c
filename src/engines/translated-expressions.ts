// Expressions of Shiki's grammars in JavaScript. Grammars have expressions of Oniguruma, and to translate them takes a
// quarter of the time of colouring a small site. The npm package has translations of those that samples usually need.
// The repository has none: `npm run package` writes them (scripts/package/ship-expressions.ts).

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmulatedRegExp } from 'oniguruma-to-es';
import { defaultJavaScriptRegexConstructor } from 'shiki/engine/javascript';

/** The file `expressions.json`: translations by the expression of the grammar. */
export type TranslatedExpressions = Readonly<Record<string, Translation>>;

/** What a regular expression is made of; `null` if JavaScript has no such expression. */
export type Translation = readonly [pattern: string, flags: string, options?: EmulatedRegExp['rawOptions']] | null;

/** Each version of Node that Stele runs on understands it. Another one for newer versions could change colours. */
const target = 'ES2024';

const file = join(import.meta.dirname, 'expressions.json');

let opened: ReturnType<typeof expressionsFrom> | undefined;

/**
 * Reads the translations of the npm package once.
 * @returns as `expressionsFrom`
 * @throws the system's error, or a SyntaxError, if the package has translations that cannot be read
 */
export function openExpressions(): (source: string) => RegExp {
  return (opened ??= expressionsFrom(readTranslations()));
}

/** Returns what makes an expression of a grammar. It throws an Error if JavaScript has no such expression. */
export function expressionsFrom(translations: TranslatedExpressions): (source: string) => RegExp {
  const known = new Map(Object.entries(translations));
  return (source) => {
    const translation = known.get(source);
    if (translation === undefined) return translate(source);
    if (translation === null) throw new Error('JavaScript has no such expression.');
    const [pattern, flags, options] = translation;
    return options === undefined ? new RegExp(pattern, flags) : new EmulatedRegExp(pattern, flags, options);
  };
}

/** Translates an expression of a grammar. @throws Error if JavaScript has no such expression */
export function translate(source: string): RegExp {
  return defaultJavaScriptRegexConstructor(source, { target });
}

/** What `expressionsFrom` makes the same expression of. */
export function describeExpression(expression: RegExp): Translation {
  const { source, flags } = expression;
  return expression instanceof EmulatedRegExp ? [source, flags, expression.rawOptions] : [source, flags];
}

function readTranslations(): TranslatedExpressions {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as TranslatedExpressions;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
