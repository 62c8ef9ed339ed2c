// Coloured lines of a panel → the same lines with links from documented names to the reference.

import { httpLanguage } from '../../../compiler/languages/index.ts';
import {
  rowsOf,
  type CodeToken,
  type Language,
  type LanguageId,
  type ResolvedModel,
  type EntityForm,
} from '../../../compiler/model/index.ts';
import { hrefTo } from '../addresses.ts';
import type { CodePiece } from '../code/render-code.ts';
import { collectPaths, findCurlLinks, indexPaths, type PathIndex } from './curl-links.ts';
import { describeReached } from './describe-reached.ts';
import { findLinks, type CodeLink, type FoundLinks } from './find-links.ts';
import { findJsonLinks } from './json-links.ts';
import { lexCode } from './lex-code.ts';
import { collectNames, type LanguageNames } from './documented-names.ts';
import { DocumentedMembers, type CodeTarget, type Members } from './documented-members.ts';

export type { FoundLinks } from './find-links.ts';

const noLinks: FoundLinks = { links: [], ambiguous: 0 };

/** The context of a panel. */
export interface LinkedCode {
  /** Route of the page that shows it. */
  readonly route: string;
  /** The language of the page. Names link only to this language. */
  readonly language: Language;
  /** The language of the code; absent if it is not a language of the site. */
  readonly writtenIn?: LanguageId | undefined;
  readonly isJson: boolean;
  /** Whether the block has other panels: JSON beside a request is its response; JSON alone may be anything. */
  readonly hasRequest: boolean;
  /** Id of the page's entity that the code shows, if its block names one. */
  readonly entity?: string | undefined;
}

/** What decides the links of a code, beside its text. */
type Linked =
  | { readonly kind: 'json'; readonly root: Members }
  | { readonly kind: 'curl'; readonly paths: PathIndex }
  | { readonly kind: 'code'; readonly names: LanguageNames; readonly root: Members | undefined };

/** Links the samples of a site. The names of a language are collected once, when first needed. */
export class CodeLinker {
  readonly #resolved: ResolvedModel;
  readonly #names = new Map<LanguageId, LanguageNames>();
  readonly #wire = new Map<LanguageId, DocumentedMembers>();
  #paths: PathIndex | undefined;

  constructor(resolved: ResolvedModel) {
    this.#resolved = resolved;
  }

  /**
   * Finds the links of a code.
   * @param lines the coloured text
   */
  find(text: string, lines: readonly (readonly CodeToken[])[], code: LinkedCode): FoundLinks {
    const linked = this.#linkedOf(code);
    switch (linked?.kind) {
      case 'json':
        return { links: findJsonLinks(text, linked.root), ambiguous: 0 };
      case 'curl':
        return findCurlLinks(text, linked.paths);
      case 'code':
        return findLinks(text, lexCode(lines), linked.names, linked.root);
      case undefined:
        return noLinks;
    }
  }

  /**
   * Describes everything of the reference that the links of a code depend on, except the words of packages: codes with
   * equal texts and equal descriptions have equal links.
   * @param words all words of the text, and possibly more
   * @param readText gives the text, which only curl commands need
   */
  describe(words: ReadonlySet<string>, readText: () => string, code: LinkedCode): string {
    const linked = this.#linkedOf(code);
    switch (linked?.kind) {
      case 'json':
        return describeReached(words, undefined, linked.root);
      case 'curl':
        return JSON.stringify(findCurlLinks(readText(), linked.paths));
      case 'code':
        return describeReached(words, linked.names, linked.root);
      case undefined:
        return '';
    }
  }

  /** What the links of a code depend on; undefined if it can have none. */
  #linkedOf(code: LinkedCode): Linked | undefined {
    const { language, writtenIn, isJson } = code;
    if (isJson) {
      const root = this.#wireMembers(code);
      return root && { kind: 'json', root };
    }
    if (writtenIn !== language.id) return undefined;
    if (language.id === httpLanguage) {
      this.#paths ??= indexPaths(collectPaths(this.#resolved));
      return { kind: 'curl', paths: this.#paths };
    }
    const names = this.#namesOf(language);
    const form = this.#formOf(code, language.id);
    const root = form?.kind === 'object' ? names.documented.ofForm(form, code.route) : undefined;
    return { kind: 'code', names, root };
  }

  /** The words that name the packages of a language. */
  packageWordsOf(language: Language): ReadonlySet<string> {
    return this.#namesOf(language).packageWords;
  }

  #namesOf(language: Language): LanguageNames {
    const names = this.#names.get(language.id) ?? collectNames(this.#resolved, language);
    this.#names.set(language.id, names);
    return names;
  }

  #formOf({ route, entity }: LinkedCode, language: LanguageId): EntityForm | undefined {
    return this.#resolved.pages
      .get(route)
      ?.entities.find(({ id }) => id === entity)
      ?.forms.get(language);
  }

  /** Members of the JSON value: of the documented object, or of a method's response. */
  #wireMembers(code: LinkedCode): Members | undefined {
    const form = this.#formOf(code, httpLanguage);
    if (form === undefined || this.#formOf(code, code.language.id) === undefined) return undefined;
    const { id } = code.language;
    const documented =
      this.#wire.get(id) ?? new DocumentedMembers(this.#resolved, httpLanguage, showsIn(this.#resolved, id));
    this.#wire.set(id, documented);
    if (form.kind === 'object') return documented.ofForm(form, code.route);
    return code.hasRequest ? documented.resultOf(form, code.route) : undefined;
  }
}

/** Whether the page of a target shows its anchor in a language, which may lack a field of the JSON. */
function showsIn(resolved: ResolvedModel, language: LanguageId): (target: CodeTarget) => boolean {
  const shown = new Map<string, ReadonlySet<string>>();
  return ({ route, anchor }) => {
    const anchors = shown.get(route) ?? anchorsOn(resolved, route, language);
    shown.set(route, anchors);
    return anchors.has(anchor);
  };
}

function anchorsOn(resolved: ResolvedModel, route: string, language: LanguageId): ReadonlySet<string> {
  const forms = (resolved.pages.get(route)?.entities ?? []).flatMap((entity) => entity.forms.get(language) ?? []);
  const rows = forms.flatMap(rowsOf).filter(({ display }) => display !== 'unwrap');
  return new Set(rows.flatMap(({ anchor }) => anchor ?? []));
}

/** Splits tokens where links begin and end. */
export function placeLinks(
  lines: readonly (readonly CodeToken[])[],
  links: readonly CodeLink[],
  route: string,
): readonly (readonly CodePiece[])[] {
  const sorted = links.toSorted((a, b) => a.start - b.start);
  let offset = 0;
  let next = 0;
  return lines.map((line) => {
    const pieces: CodePiece[] = [];
    for (const token of line) {
      const end = offset + token.text.length;
      let done = offset;
      const cut = (until: number, href?: string): void => {
        if (until > done) {
          const text = token.text.slice(done - offset, until - offset);
          pieces.push(token.tone === undefined ? { text, href } : { text, tone: token.tone, href });
        }
        done = Math.max(done, until);
      };
      for (; next < sorted.length && sorted[next]!.start < end; next++) {
        const { start, end: linkEnd, target } = sorted[next]!;
        cut(start);
        cut(Math.min(linkEnd, end), hrefTo(route, target.route, target.anchor));
        if (linkEnd > end) break;
      }
      cut(end);
      offset = end;
    }
    offset++;
    return pieces;
  });
}
