// Every kind of finding: its permanent code, severity, message and hint. Each has a page in codes/<code>.md. A message
// describes the mistake in the present tense and quotes the author's text. A hint gives the exact text to write.

import { misplacedFrontmatter } from './misplaced-frontmatter.ts';
import { replaceComponent } from './replace-component.ts';
import { replaceDirective } from './replace-directive.ts';
import { escapeControls, quote, quoteAll } from './quote.ts';
import type { Severity } from './severity.ts';

interface Entry<A> {
  readonly severity: Severity;
  message(args: A): string;
  hint?(args: A): string | undefined;
}

function error<A>(entry: Omit<Entry<A>, 'severity'>): Entry<A> {
  return { severity: 'error', ...entry };
}

function warning<A>(entry: Omit<Entry<A>, 'severity'>): Entry<A> {
  return { severity: 'warning', ...entry };
}

function advice<A>(entry: Omit<Entry<A>, 'severity'>): Entry<A> {
  return { severity: 'advice', ...entry };
}

interface Named {
  readonly name: string;
  /** The most similar known name. */
  readonly near?: string | undefined;
}

function didYouMean({ near }: { readonly near?: string | undefined }): string | undefined {
  return near === undefined ? undefined : `Did you mean ${quote(near)}?`;
}

/** Causes of `markdown-too-costly`: one for each limit that a text can exceed. */
const costlyMarkdown = {
  lines: {
    problem: 'the text has too many lines',
    hint: 'Split it into several pages.',
  },
  marks: {
    problem: 'the paragraph has too many marks such as `*`, `[` and `<` for its length',
    hint: 'Split it into several paragraphs, or show it as a code block.',
  },
  indentation: {
    problem: 'too many list items up to here are indented deeply',
    hint: 'Write the lists with fewer levels.',
  },
  underlines: {
    problem: 'too many headings are underlined',
    hint: 'Write headings with `#` in front.',
  },
  comments: {
    problem: 'an expression has too many `//` or `/*` for its length',
    hint: 'Split its lines, or write `\\{` if it is text.',
  },
  'open lists': {
    problem: 'too many lines follow nested lists that are still open',
    hint: 'End the lists with a line that is not indented, or write them with fewer levels.',
  },
} as const;

/** Causes of `unsafe-attribute`. */
const unsafeAttributes = {
  directive: {
    problem: 'a name with `:` is an instruction to the site generator',
    hint: 'Remove it. Write text between the tags, and data in attributes with plain names such as `title`.',
  },
  handler: {
    problem: 'it is an event handler, and pages have no scripts',
    hint: 'Remove it.',
  },
  markup: {
    problem: 'its text would become HTML',
    hint: 'Write the text between the tags, as Markdown.',
  },
  style: {
    problem: 'pages have no inline styles',
    hint: 'Use a name such as `look`, and style it in the component.',
  },
  reserved: {
    problem: 'the name has a special meaning in templates or JavaScript',
    hint: 'Use another name, here and in the component.',
  },
  form: {
    problem: 'a name must begin with a letter and contain only letters, digits, `-` and `_`',
    hint: 'Use another name, here and in the component.',
  },
} as const;

/** `1 cell`, `2 cells`. */
function count(amount: number, word: string): string {
  return `${amount} ${word}${amount === 1 ? '' : 's'}`;
}

/** `a` → `b` → `a`. A long path is shortened to its first and last steps. */
function showPath(path: readonly string[]): string {
  const shown =
    path.length > 12 ? [...path.slice(0, 6).map(quote), '…', ...path.slice(-3).map(quote)] : path.map(quote);
  return shown.join(' → ');
}

/** The catalogue, in the order of the stages that report. */
export const catalogue = {
  // Reading
  'unreadable-file': error<{ reason: string; hint?: string | undefined }>({
    message: ({ reason }) => `The file cannot be read: ${reason}.`,
    hint: ({ hint }) => hint ?? 'Make it a regular file that you can read, or move it out of the content folder.',
  }),
  'not-utf8': error<{ offset: number }>({
    message: ({ offset }) => `The file is not UTF-8: byte ${offset + 1} does not begin or continue a character.`,
    hint: () => 'Save it as UTF-8.',
  }),
  'file-too-large': error<{ bytes: number; limit: number }>({
    message: ({ bytes, limit }) => `The file has ${bytes} bytes; the limit is ${limit}.`,
    hint: () => 'Split it into several files.',
  }),
  'sample-line-too-long': error<{ length: number; limit: number }>({
    message: ({ length, limit }) => `The line has ${length} characters; the limit for a line of a sample is ${limit}.`,
    hint: () => 'Split the line, or remove such data from the sample.',
  }),

  // Parsing
  'unclosed-frontmatter': error<{ line?: number; written?: string }>({
    message: () => 'The frontmatter begins with `---` but has no end.',
    hint: ({ line, written }) =>
      written === undefined
        ? 'Write `---` on a line of its own after the last key.'
        : `Replace ${quote(written)} in line ${line} with \`---\`.`,
  }),
  'misplaced-frontmatter': error<{ cause: keyof typeof misplacedFrontmatter; mark?: string }>({
    message: ({ cause, mark = '' }) => misplacedFrontmatter[cause].problem.replace('MARK', quote(mark)),
    hint: ({ cause }) => misplacedFrontmatter[cause].hint,
  }),
  'yaml-syntax': error<{ problem: string; hint?: string | undefined }>({
    message: ({ problem }) => `The YAML cannot be read: ${problem}.`,
    hint: ({ hint }) => hint,
  }),
  'duplicate-key': error<Named>({
    message: ({ name }) => `The key ${quote(name)} occurs twice in the same map.`,
    hint: () => 'Remove one of them.',
  }),
  'yaml-too-deep': error<{ limit: number }>({
    message: ({ limit }) => `The YAML is nested more than ${limit} levels deep.`,
    hint: () => 'Write it with fewer levels.',
  }),
  'too-many-aliases': error<{ limit: number }>({
    message: ({ limit }) => `The YAML has more than ${limit} aliases.`,
    hint: () => 'Write the values themselves, or refer to a shared parameter.',
  }),
  'alias-cycle': error<Named>({
    message: ({ name }) => `The alias ${quote(`*${name}`)} refers to itself.`,
    hint: () => 'Write the value itself.',
  }),
  'too-many-keys': error<{ limit: number }>({
    message: ({ limit }) => `The map has more than ${limit} keys.`,
    hint: () => 'Split it into several pages.',
  }),
  'unknown-alias': error<Named>({
    message: ({ name }) =>
      `The alias ${quote(`*${name}`)} is not defined: no value before it has the anchor ${quote(`&${name}`)}.`,
    hint: ({ near }) =>
      didYouMean({ near: near && `*${near}` }) ?? 'Write the value itself, or quote it if it is text.',
  }),
  'markdown-too-deep': error<{ limit: number }>({
    message: ({ limit }) =>
      `The text is nested more than ${limit} levels deep: quotes, list items or emphasis inside each other.`,
    hint: () => 'Write it with fewer levels.',
  }),
  'markdown-too-costly': error<{ cause: keyof typeof costlyMarkdown }>({
    message: ({ cause }) => `Parsing this would take too long: ${costlyMarkdown[cause].problem}.`,
    hint: ({ cause }) => costlyMarkdown[cause].hint,
  }),
  'jsx-too-deep': error<{ limit: number }>({
    message: ({ limit }) => `Tags and braces are nested more than ${limit} levels deep.`,
    hint: () => 'Write it with fewer levels.',
  }),
  'mdx-syntax': error<{ problem: string; hint?: string | undefined }>({
    message: ({ problem }) => `The body cannot be read: ${problem}.`,
    hint: ({ hint }) => hint ?? 'Close the tag or brace, or write `\\<` or `\\{` for the character itself.',
  }),

  'foreign-heading-id': error<Named & { heading: string; slug: string }>({
    message: ({ name, slug }) =>
      slug === ''
        ? `A heading has no attributes such as ${quote(name)}.`
        : `Stele does not read ${quote(name)} as the address of a heading.`,
    hint: ({ heading, slug }) => (slug === '' ? 'Remove it.' : `Write ${quote(`${heading} {{ "url": "${slug}" }}`)}.`),
  }),
  'style-or-script': warning<Named>({
    message: ({ name }) =>
      `${quote(`<${name}>`)} and its text are left out: a page has no styles or scripts of its own.`,
    hint: () => 'Remove it. A component of the site may have both.',
  }),
  'unreadable-annotation': error<object>({
    message: () => 'The annotation of the heading cannot be read.',
    hint: () => 'Write it as `{{ "url": "slug", "visibility": "no-quick-nav" }}`, with either key or both.',
  }),

  // Decoding
  'unknown-key': error<Named & { where: string; known: readonly string[] }>({
    message: ({ name, where }) => `${quote(name)} is not a key of ${where}.`,
    hint: ({ near, known }) => didYouMean({ near }) ?? `The keys are ${quoteAll(known, 40)}.`,
  }),
  'wrong-type': error<{ name: string; isEntry?: boolean; wanted: string; found: string; hint?: string | undefined }>({
    message: ({ name, isEntry, wanted, found }) =>
      `${isEntry ? 'An entry of ' : ''}${quote(name)} must be ${wanted}; here it is ${found}.`,
    hint: ({ hint }) => hint,
  }),
  'severity-of-error': error<Named>({
    message: ({ name }) => `${quote(name)} is an error. The severity of errors cannot be changed.`,
    hint: () => 'Remove the line; only warnings and advice can be changed.',
  }),
  'later-format': error<{ name: string; known: string }>({
    message: ({ name, known }) =>
      `The content is written in format ${name}, and this version of Stele reads format ${known}.`,
    hint: ({ known }) =>
      `Install a later Stele: \`npm install --save-dev stele@latest\`. If the content is in format ${known}, ` +
      `write \`format: ${known}\`.`,
  }),
  'failed-code': error<{ page: string; problem: string }>({
    message: ({ page, problem }) => `The site's own code failed on the page ${quote(page)}: ${escapeControls(problem)}`,
  }),
  'missing-key': error<{ name: string; where: string }>({
    message: ({ name, where }) => `The key ${quote(name)} is missing from ${where}.`,
    hint: ({ name }) => `Add ${quote(`${name}:`)}.`,
  }),
  'reserved-key': error<Named>({
    message: ({ name }) => `${quote(name)} cannot be a key here.`,
    hint: () => 'Use another name.',
  }),
  'description-is-map': error<object>({
    message: () => '`description` must be one sentence of text; here it is a map.',
    hint: () => 'Write `descriptions:` (with an s) for the table of descriptions.',
  }),
  'unknown-language': error<Named & { known: readonly string[]; isBuiltIn?: boolean }>({
    message: ({ name }) => `${quote(name)} is not a language of this site.`,
    hint: ({ name, near, known, isBuiltIn }) =>
      isBuiltIn
        ? `Add ${quote(name)} to \`languages\` in site.yaml, or remove it here.`
        : (didYouMean({ near }) ?? `The languages are ${quoteAll(known, 20)}.`),
  }),
  'refused-code': error<Named>({
    message: ({ name }) => `${quote(name)} runs code of the content folder, which \`--untrusted\` does not allow.`,
    hint: () => 'Remove it, or run the command without `--untrusted` if you trust everybody who writes the content.',
  }),
  'deprecated-in-key': warning<Named & { key: string }>({
    message: ({ name }) => `The key ${quote(name)} is marked as deprecated in its text.`,
    hint: ({ key }) => `Write ${quote(`key: ${key}`)} and \`deprecated: true\`.`,
  }),
  'optional-in-key': warning<Named & { key: string }>({
    message: ({ name }) => `The key ${quote(name)} is marked as optional by its \`?\`.`,
    hint: ({ key }) => `Write ${quote(`key: ${key}`)} and \`optional: true\`.`,
  }),
  'properties-on-method': warning<Named>({
    message: ({ name }) => `The method ${quote(name)} has \`properties\`; they are read as further parameters.`,
    hint: () => 'Write them under `parameters`.',
  }),
  'unwrap-and-expanded': error<object>({
    message: () => '`unwrap` and `expanded` cannot be used together.',
    hint: () => 'Keep `unwrap` to show the children instead of the container, or `expanded` to show both.',
  }),
  'display-without-properties': error<Named>({
    message: ({ name }) => `${quote(name)} has no effect without \`properties\`.`,
    hint: ({ name }) => `Add \`properties\` or remove ${quote(name)}.`,
  }),
  'pattern-not-literal': error<Named>({
    message: ({ name }) => `${quote(name)} is a regular expression, but \`patternBefore\` must be literal text.`,
    hint: () => 'Write the text before the key, such as `sso.`; `\\s` means white space.',
  }),
  'path-outside-content': error<Named>({
    message: ({ name }) => `The path ${quote(name)} leads out of the content folder.`,
    hint: ({ near }) =>
      didYouMean({ near }) ?? 'Move the file into the content folder, and write its path in that folder.',
  }),
  'items-too-deep': error<{ limit: number }>({
    message: ({ limit }) => `Items are nested more than ${limit} levels deep.`,
    hint: () => 'Document the inner object as an entity and refer to it.',
  }),
  'navigation-too-deep': error<{ limit: number }>({
    message: ({ limit }) => `Links are nested more than ${limit} levels deep.`,
    hint: () => 'Move the inner links up a level.',
  }),
  'reference-too-deep': error<Named>({
    message: ({ name }) => `The entity reference ${quote(name)} names a member of a member.`,
    hint: ({ name }) =>
      `Write ${quote(`(${name.split('.').slice(0, 2).join('.').replace(/^\(/, '')})`)}: one member only.`,
  }),

  'text-in-navigation': warning<object>({
    message: () => 'The text of a navigation file is never shown: such a file has only frontmatter.',
    hint: () => 'Move the text to a page, and write `title` and `links` between two lines `---`.',
  }),
  'cut-text': warning<{ part: string; value: string; whole: string }>({
    message: ({ part, value }) =>
      part === '#'
        ? `YAML reads ${quote(' #')} as the start of a comment, so the text ends with ${quote(value.slice(-40))}.`
        : `YAML reads ${quote(part)} as ${part.startsWith('!') ? 'a tag' : 'an anchor'}, so the text begins after it.`,
    hint: ({ whole }) =>
      whole.length > 80 || /[\n\r]/.test(whole)
        ? 'Put the whole text in quotes.'
        : `Write ${quote(`'${whole.replaceAll("'", "''")}'`)}.`,
  }),

  // Collecting
  'duplicate-route': error<{ route: string; other: string }>({
    message: ({ route, other }) => `The page has the same address ${quote(`/${route}`)} as ${quote(other)}.`,
    hint: () => 'Rename one of the two files.',
  }),
  'unusable-name': error<Named & { reason: string }>({
    message: ({ name, reason }) => `A page cannot have the address ${quote(`/${name}`)}: ${reason}.`,
    hint: () => 'Rename the file or folder.',
  }),
  'public-file-clash': error<Named & { reason: string }>({
    message: ({ name, reason }) => `The file ${quote(name)} of \`public\` cannot be at the top of the site: ${reason}.`,
    hint: () => 'Rename the file, or remove it.',
  }),
  'reserved-segment': error<Named>({
    message: ({ name }) => `The address begins with ${quote(name)}, which is reserved for the pages of that language.`,
    hint: () => 'Rename the folder or file.',
  }),
  'missing-file': error<Named>({
    message: ({ name }) => `The content folder has no file ${quote(name)}.`,
    hint: ({ near }) => didYouMean({ near }),
  }),
  'unpublished-file': error<{ name: string; problem: string; hint?: string | undefined }>({
    message: ({ name, problem }) => `${quote(name)} is not published: ${problem}.`,
    hint: ({ hint }) => hint,
  }),
  'active-svg': error<{ name: string; problem: string; hint?: string | undefined }>({
    message: ({ name, problem }) => `${quote(name)} is not published: it contains ${problem}.`,
    hint: () =>
      'Remove that part, or save the picture as plain SVG. `assetTypes: [.svg]` in site.yaml allows such files.',
  }),
  'unreadable-image': error<{ name: string; problem: string; hint?: string | undefined }>({
    message: ({ name, problem }) => `The image ${quote(name)} cannot be shown: ${problem}.`,
    hint: () => 'Save the image again.',
  }),
  'wrong-image-type': warning<{ name: string; format: string }>({
    message: ({ name, format }) => `The content of the image ${quote(name)} has the format ${quote(`.${format}`)}.`,
    hint: ({ format }) => `Rename it so that it ends in ${quote(`.${format}`)}, and change its links.`,
  }),
  'unusable-icon': warning<{ name: string; problem: string }>({
    message: ({ name, problem }) =>
      `The icon ${quote(name)} is not drawn: ${problem}. The site shows the first letter of its title instead.`,
    hint: () => 'Save it as a square SVG of plain shapes: paths, circles and rectangles with colours and gradients.',
  }),
  'redirect-from-page': error<Named>({
    message: ({ name }) => `${quote(name)} is a page, so it cannot be a redirect.`,
    hint: () => 'Remove the page, or the redirect.',
  }),
  'unusable-redirect': error<Named & { reason: string }>({
    message: ({ name, reason }) => `A redirect cannot have the old address ${quote(name)}: ${reason}.`,
    hint: () => 'Write the route that the page had, such as `/guides/start`, or remove the line.',
  }),
  'duplicate-description': warning<Named>({
    message: ({ name }) => `The description ${quote(name)} is defined twice, with the same text.`,
    hint: () => 'Remove one of them.',
  }),
  'conflicting-description': error<Named>({
    message: ({ name }) => `The description ${quote(name)} is defined twice, with different texts.`,
    hint: () => 'Remove one of them, or give them different paths.',
  }),
  'duplicate-entity': error<Named>({
    message: ({ name }) => `The page has two entities ${quote(name)} in this language.`,
    hint: () => 'Give one of them another `id`.',
  }),

  // Resolving
  'unknown-placeholder': error<Named>({
    message: ({ name }) => `No page has a description ${quote(name)}.`,
    hint: ({ near, name }) => didYouMean({ near: near && `(${near})` }) ?? `Add ${quote(name)} to \`descriptions\`.`,
  }),
  'placeholder-without-self': error<Named & { known: readonly string[] }>({
    message: ({ name }) => `${quote(name)} is a group of descriptions without a text of its own.`,
    hint: ({ name, known }) =>
      `Add \`self\` to the group, or write ${quoteAll(
        known.map((key) => `(${name}.${key})`),
        4,
      )}.`,
  }),
  'placeholder-cycle': error<{ path: readonly string[] }>({
    message: ({ path }) => `These descriptions refer to each other in a circle: ${showPath(path)}.`,
    hint: () => 'Write the text itself in one of them.',
  }),
  'unknown-reference': error<Named & { language: string }>({
    message: ({ name, language }) => `No page has an entity with the key ${quote(name)} in ${quote(language)}.`,
    hint: ({ near }) => didYouMean({ near: near && `(${near})` }),
  }),
  'unknown-member': error<Named & { member: string }>({
    message: ({ name, member }) => `${quote(name)} has no property ${quote(member)}.`,
    hint: ({ near, name }) => didYouMean({ near: near && `(${name}.${near})` }),
  }),
  'ambiguous-reference': error<Named & { pages: readonly string[] }>({
    message: ({ name, pages }) => `${quote(name)} is ambiguous: ${quoteAll(pages, 4)} have an entity with this key.`,
    hint: () => 'Rename one of the entities, or move the page nearer to the entity that you mean.',
  }),
  'reference-cycle': error<{ path: readonly string[] }>({
    message: ({ path }) => `These entity references form a circle: ${path.map(quote).join(' → ')}.`,
    hint: () =>
      'Write the item itself in one of them, or refer to the whole entity: `(Key)` is one row that links to it.',
  }),
  'too-many-rows': error<{ limit: number }>({
    message: ({ limit }) => `Entity references add more than ${limit} rows to the tables of this entity.`,
    hint: () => 'Refer to whole entities: `(Key)` is one row that links to it.',
  }),
  'identity-clash': warning<Named & { given: string }>({
    message: ({ name, given }) =>
      `Two fields of this entity have the anchor ${quote(name)}; Stele changes this one to ${quote(given)}.`,
    hint: () => 'Give the fields different keys or description paths, so that their anchors do not change later.',
  }),
  'duplicate-anchor': error<Named>({
    message: ({ name }) => `The anchor ${quote(name)} occurs twice on this page.`,
    hint: () => 'Rename one of them.',
  }),
  'unknown-annotation': error<Named>({
    message: ({ name }) => `A heading has no annotation ${quote(name)}.`,
    hint: ({ near }) => didYouMean({ near }) ?? 'The annotations are `url` and `visibility`.',
  }),
  'dangling-link': error<Named & { circle?: readonly string[] | undefined; file?: string | undefined }>({
    message: ({ name }) => `The link ${quote(name)} has no target on this site.`,
    hint: ({ near, circle, file }) => {
      if (circle)
        return `The redirects form a circle: ${showPath(circle)}. Change the target of one of them to a page.`;
      return (
        didYouMean({ near }) ??
        (file === undefined ? undefined : `Add the file ${quote(file)} to the content folder, or correct the address.`)
      );
    },
  }),
  'unsafe-link': error<Named>({
    message: ({ name }) => `The link ${quote(name)} is not allowed on a page.`,
    hint: () => 'Use https:, http:, mailto:, tel:, a page of this site, or `#heading`.',
  }),
  'foreign-image': warning<Named & { host: string | undefined; isAllowed: boolean }>({
    message: ({ name }) =>
      `The image ${quote(name)} is not a file of this site: the page shows a link instead and loads nothing.`,
    hint: ({ host, isAllowed }) =>
      isAllowed
        ? 'Write its address with `https://`, without a user name and password.'
        : host === undefined
          ? 'Put the picture beside the page, or write a link.'
          : `Put the picture beside the page, or allow its host: ${quote(`imageHosts: [${host}]`)} in site.yaml.`,
  }),
  'image-without-words': warning<Named>({
    message: ({ name }) => `The image ${quote(name)} has no alternative text.`,
    hint: () => 'Describe the picture between the brackets: `![text](address)`.',
  }),
  'unknown-entity': error<Named>({
    message: ({ name }) => `This page has no entity with the id ${quote(name)}.`,
    hint: ({ near }) => didYouMean({ near }),
  }),
  'missing-sample': error<Named & { file: string }>({
    message: ({ name }) => `No \`_samples\` folder above this page has a sample ${quote(name)} in any language.`,
    hint: ({ near, file }) => didYouMean({ near }) ?? `Add a file such as ${quote(file)}.`,
  }),
  'code-block-without-code': warning<Named>({
    message: ({ name }) => `${quote(`<${name}>`)} has no code, so nothing is shown.`,
    hint: () => 'Add `file="…"` with the name of a sample, or a code fence between its tags.',
  }),
  'unshown-in-code-block': warning<Named>({
    message: ({ name }) => `${quote(`<${name}>`)} shows only samples and code fences; this content is left out.`,
    hint: () => 'Put it above or below the block.',
  }),
  'incomplete-sample': warning<Named & { languages: readonly string[]; files: readonly string[] }>({
    message: ({ name, languages }) => `The sample ${quote(name)} is missing in ${quoteAll(languages)}.`,
    hint: ({ files }) => `Add ${quoteAll(files, 3)}.`,
  }),
  'mixed-sample-folders': warning<Named & { folders: readonly string[] }>({
    message: ({ name, folders }) => `The sample ${quote(name)} comes from several folders: ${quoteAll(folders, 4)}.`,
    hint: () => 'Put the files of all languages into one folder.',
  }),
  'missing-region': error<Named & { files: readonly string[] }>({
    message: ({ name, files }) => `${quoteAll(files, 4)} has no region ${quote(name)}.`,
    hint: ({ near, name }) =>
      didYouMean({ near }) ?? `Put the lines between the comments ${quote(`region ${name}`)} and \`endregion\`.`,
  }),
  'unclosed-region': error<Named>({
    message: ({ name }) => `The region ${quote(name)} has no end, so no part of this sample is shown.`,
    hint: () => 'Put the comment `endregion` after its last line.',
  }),
  'repeated-region': error<Named>({
    message: ({ name }) => `The region ${quote(name)} begins twice in this sample, so no part of it is shown.`,
    hint: () => 'Rename one of them.',
  }),
  'stray-endregion': error<object>({
    message: () => 'A region ends here, but none is open, so no part of this sample is shown.',
    hint: () => 'Remove the line, or put the comment `region NAME` above the first line of the region.',
  }),
  'unknown-mark': warning<Named>({
    message: ({ name }) => `${quote(name)} is not a mark for lines of code, so readers see the comment.`,
    hint: ({ near }) => didYouMean({ near }) ?? 'The marks are `highlight`, `++`, `--` and `focus`.',
  }),
  'no-samples': warning<object>({
    message: () => 'The content folder has no `_samples` folder, so code blocks show a note instead of their samples.',
    hint: () => 'Put samples into a `_samples` folder beside the page or above it.',
  }),
  'unknown-component': warning<Named>({
    message: ({ name }) =>
      `${quote(`<${name}>`)} is not a component of this site; the page shows a labelled gap instead.`,
    hint: ({ name, near }) =>
      name === 'a' || name === 'img'
        ? `Write it in Markdown: ${quote(name === 'a' ? '[text](address)' : '![text](address)')}.`
        : name === 'CodeBlockTab'
          ? 'Put it between `<CodeBlock>` and `</CodeBlock>`.'
          : (didYouMean({ near: near && `<${near}>` }) ?? replaceComponent(name)),
  }),
  'unknown-asset': error<Named>({
    message: ({ name }) => `This page has no external asset ${quote(name)}.`,
    hint: ({ near, name }) =>
      didYouMean({ near }) ?? `Add ${quote(`${name}:`)} with its address to \`externalAssets\`.`,
  }),
  'unsafe-attribute': error<Named & { component: string; cause: keyof typeof unsafeAttributes }>({
    message: ({ name, component, cause }) =>
      `${quote(`<${component}>`)} cannot have the attribute ${quote(name)}: ${unsafeAttributes[cause].problem}.`,
    hint: ({ cause }) => unsafeAttributes[cause].hint,
  }),
  'unknown-attribute': warning<Named & { component: string; known: readonly string[] }>({
    message: ({ name, component }) => `${quote(`<${component}>`)} has no attribute ${quote(name)}.`,
    hint: ({ near, known }) =>
      didYouMean({ near }) ??
      (known.length === 0
        ? 'Remove it.'
        : `Remove it, or write ${known.length > 1 ? 'one of ' : ''}${quoteAll(known, 12)}.`),
  }),
  'unknown-fence-attribute': error<Named>({
    message: ({ name }) => `A code fence has no attribute ${quote(name)}.`,
    hint: ({ near }) =>
      didYouMean({ near }) ?? 'Write `title`, `language`, `tab`, `lineNumbers`, or lines such as `{1,3-5}`.',
  }),
  'unread-fence-word': warning<Named & { advice: string }>({
    message: ({ name }) => `${quote(name)} has no effect in a code fence.`,
    hint: ({ advice }) => advice,
  }),
  'wrong-fence-lines': warning<{ text: string; line?: number; lines?: number }>({
    message: ({ text, line, lines }) =>
      line === undefined
        ? `${quote(text)} is not a list of lines.`
        : `${quote(text)} names line ${line}, but the code has ${lines === 1 ? 'one line' : `${lines} lines`}.`,
    hint: ({ line, lines }) =>
      line === undefined
        ? 'Write numbers and ranges, such as `{1,3-5}`, or the comment `[!code highlight]` after a line.'
        : lines === 1
          ? 'Write `{1}`, or remove the list.'
          : `Write lines from 1 to ${lines}.`,
  }),
  'unknown-fence-language': warning<Named>({
    message: ({ name }) => `${quote(name)} is not a language that Stele can colour.`,
    hint: ({ near }) => didYouMean({ near }) ?? 'Write the name of the language, or `text`.',
  }),
  'wrong-attribute': error<Named & { wanted: string }>({
    message: ({ name, wanted }) => `The attribute ${quote(name)} must be ${wanted}.`,
  }),
  'code-in-body': error<{ found: string; written?: string }>({
    message: ({ found }) => `The body contains ${found}, which is code; the page shows a labelled gap instead.`,
    hint: ({ found, written }) => {
      if (found === 'an import or export') {
        return 'Remove the line: components need no import. If it is text, begin the line with another word.';
      }
      if (written === undefined) return 'Write the value itself.';
      const isShort = written.length <= 60 && !/[\n\r`]/.test(written);
      return isShort
        ? `Write the value itself, or ${quote(written.replaceAll('{', '\\{'))} for the characters as text.`
        : `Write the value itself, or ${quote('\\{')} for the brace as text.`;
    },
  }),

  'html-in-markdown': warning<Named>({
    message: ({ name }) => `${quote(name)} is shown as text: a page in \`.md\` has no HTML.`,
    hint: () => 'Write it in Markdown, or rename the page to `.mdx`.',
  }),

  // Checking
  'foreign-directive': warning<Named & { word: string; isMdx: boolean }>({
    message: ({ name }) => `${quote(name)} has no effect in Stele: readers see it as text.`,
    hint: ({ word, isMdx }) => replaceDirective(word.toLowerCase(), isMdx),
  }),
  'empty-sample': warning<{ part: 'sample' | 'region' | 'fence'; name?: string }>({
    message: ({ part, name = '' }) =>
      part === 'region'
        ? `The region ${quote(name)} of this sample has no code.`
        : `The ${part === 'fence' ? 'code block' : 'sample'} has no code.`,
    hint: ({ part }) => {
      if (part === 'sample') return 'Write the code, or remove the file.';
      return part === 'region' ? 'Write the code, or remove the region.' : 'Write the code, or remove the block.';
    },
  }),
  'wrong-alert': warning<Named & { problem: 'unknown' | 'text' | 'empty' }>({
    message: ({ name, problem }) =>
      problem === 'unknown'
        ? `${quote(`[!${name}]`)} is not an alert, so readers see it as text.`
        : problem === 'text'
          ? `Text follows ${quote(`[!${name}]`)} on the same line.`
          : `The alert ${quote(`[!${name}]`)} has no text.`,
    hint: ({ name, near, problem }) =>
      problem === 'unknown'
        ? (didYouMean({ near: near && `[!${near}]` }) ??
          'The alerts are `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` and `[!CAUTION]`.')
        : problem === 'text'
          ? `Write ${quote(`> [!${name}]`)} on its own line, and the text on the next line after ${quote('> ')}.`
          : `Write ${quote('> ')} before the text below it, without an empty line between them.`,
  }),
  /** `further`: rows of the same table that are not reported one by one. */
  'uneven-table': warning<{
    columns: number;
    cells: number;
    hasPipeInCode?: boolean;
    isHead?: boolean;
    further?: number;
  }>({
    message: ({ columns, cells, isHead, further }) => {
      const head = count(columns, 'cell');
      if (isHead)
        return `These lines are not read as a table: the first line has ${head}, the line of dashes has ${cells}.`;
      const hidden = cells > columns ? '; the extra cells are not shown' : '';
      const row = `The row has ${count(cells, 'cell')}, but the head of the table has ${columns}${hidden}.`;
      if (!further) return row;
      const have = further === 1 ? 'has' : 'have';
      return `${row} ${count(further, 'further row')} of this table also ${have} more or fewer cells.`;
    },
    hint: ({ columns, cells, hasPipeInCode, isHead }) => {
      if (isHead) return 'Write one cell of dashes for each cell of the head: `|---|---|`.';
      if (hasPipeInCode) return 'Write `\\|` for the character itself, also in code.';
      return cells > columns
        ? 'Remove the extra cells, or add a column to the head.'
        : 'Add the missing cells, or an empty line above text that is not part of the table.';
    },
  }),
  'unreadable-accent': warning<Named & { ratio: string; theme: 'light' | 'dark' }>({
    message: ({ name, ratio, theme }) =>
      `Links in the accent ${quote(name)} are hard to read in the ${theme} theme: ` +
      `the contrast is ${ratio}:1, but must be at least 4.5:1.`,
    hint: ({ near }) => `Write ${quote(near!)}, the nearest tone that can be read in both themes.`,
  }),
  'unused-description': warning<Named>({
    message: ({ name }) => `The description ${quote(name)} is never used.`,
    hint: ({ name }) => `Refer to it with ${quote(`(${name})`)}, or remove it.`,
  }),
  'item-without-type': warning<Named>({
    message: ({ name }) => `${quote(name)} has no type.`,
    hint: () => 'Add `type:` in the notation of this language.',
  }),
  'item-without-description': advice<Named>({
    message: ({ name }) => `${quote(name)} has neither a description nor properties of its own.`,
    hint: () => 'Add `description:`, as Markdown or as the path of a text in `descriptions`.',
  }),
  'verb-outside-curl': warning<Named & { language: string }>({
    message: ({ name, language }) => `${quote(name)} is an HTTP verb, but this is the form of ${quote(language)}.`,
    hint: () => 'Remove `type:`; the verb belongs to the form of `curl`.',
  }),
  'undocumented-path-parameter': warning<Named>({
    message: ({ name }) => `The path has ${quote(`:${name}`)}, but no parameter documents it.`,
    hint: ({ near, name }) =>
      didYouMean({ near: near && `:${near}` }) ?? `Add an item with ${quote(`key: ${name}`)} to \`parameters\`.`,
  }),
  'title-without-key': advice<Named & { key: string }>({
    message: ({ name, key }) => `The title ${quote(name)} does not contain the key ${quote(key)}.`,
    hint: () => 'Write both as in a sample that calls the method.',
  }),
  'foreign-casing': advice<Named & { language: string }>({
    message: ({ name, language }) => `${quote(name)} does not follow the naming conventions of ${quote(language)}.`,
    hint: ({ near, language }) => near && `Write ${quote(near)} if that is its name in ${quote(language)}.`,
  }),
  'foreign-type': advice<Named & { language: string }>({
    message: ({ name, language }) => `${quote(name)} is not a type of ${quote(language)}.`,
    hint: ({ near, language }) => near && `Write ${quote(near)} if that is its type in ${quote(language)}.`,
  }),
  'invisible-character': error<{ character: string; where: string }>({
    message: ({ character, where }) => `${where} contains the invisible character ${character}.`,
    hint: () => 'Remove it, or write it as an escape sequence of the language.',
  }),
  'invisible-character-in-prose': warning<{ character: string }>({
    message: ({ character }) => `The text contains the invisible character ${character}.`,
    hint: () => 'Remove it.',
  }),
  'unused-navigation': warning<{ section: string; wrongName?: string }>({
    message: ({ section, wrongName }) =>
      wrongName !== undefined
        ? `This navigation is not shown: its file is named ${quote(wrongName)}.`
        : section === ''
          ? 'This navigation is not shown: it is not in a section.'
          : `This navigation is not shown: ${quote(`/${section}`)} is not a section.`,
    hint: ({ section, wrongName }) =>
      wrongName !== undefined
        ? 'Rename the file to `_navigation.mdx`.'
        : section === ''
          ? 'Move it into the folder of a section, such as `reference/_navigation.mdx`.'
          : `Move its links into the navigation of ${quote(`/${section.split('/')[0]}`)}, ` +
            'or add the folder to `sections` in site.yaml.',
  }),
  'foreign-url': warning<Named & { route: string }>({
    message: ({ name, route }) =>
      `The entity's \`url\` is ${quote(name)}, but the entity is on the page ${quote(`/${route}`)}.`,
    hint: ({ route }) => `Write ${quote(`url: /${route}`)}, or remove \`url\`.`,
  }),
  'page-without-navigation': advice<{ section: string }>({
    message: ({ section }) => `The navigation of ${quote(`/${section}`)} has no link to this page.`,
    hint: () => 'Add a link to `_navigation.mdx`.',
  }),

  // Checking samples
  'sample-syntax': error<{ problem: string }>({
    message: ({ problem }) => `The sample cannot be read: ${problem}.`,
    hint: () => 'Fix it: readers copy the sample without changes.',
  }),
  'lost-continuation': error<Named>({
    message: ({ name }) => `A command begins with ${quote(name)}: the line above it does not end with \`\\\`.`,
    hint: () => 'End the line above with ` \\`, without a space after it.',
  }),
  'sample-without-key': warning<Named & { other?: string | undefined }>({
    message: ({ name, other }) => {
      const call = other === undefined ? '' : `; it calls ${quote(other)}`;
      return `The sample is beside the method ${quote(name)}, but never names it${call}.`;
    },
    hint: () => 'Call the method, or show the sample beside the method that it calls.',
  }),
  'foreign-spelling': warning<Named & { language: string }>({
    message: ({ name, language }) =>
      `${quote(name)} is the spelling of the field in another language, not in ${quote(language)}.`,
    hint: ({ near }) => near && `Write ${quote(near)}.`,
  }),
  'wrong-verb': warning<Named & { wanted: string; path: string }>({
    message: ({ name, wanted, path }) =>
      `The sample sends ${quote(name)}, but ${quote(path)} is documented with ${quote(wanted)}.`,
    hint: ({ wanted }) => `Write ${quote(`--request ${wanted}`)}, or correct \`type:\` in the reference.`,
  }),
  'wrong-path': warning<Named & { wanted: string }>({
    message: ({ name, wanted }) => `The sample calls ${quote(name)}, but it is beside ${quote(wanted)}.`,
    hint: () => 'Fix the address, or show the sample beside the method that it calls.',
  }),
  'unshown-parameter': advice<{ method: string; names: readonly string[] }>({
    message: ({ method, names }) =>
      `${quote(method)} requires ${quoteAll(names)}, but no sample of it shows ${names.length === 1 ? 'it' : 'them'}.`,
    hint: () => 'Add it to the samples, or write `optional: true`.',
  }),
  'undocumented-key': warning<Named & { where: string }>({
    message: ({ name, where }) => `The reference does not document ${quote(name)} in ${quote(where)}.`,
    hint: ({ near }) => didYouMean({ near }) ?? 'Document it, or remove it from the response.',
  }),
  'missing-response-key': warning<{ names: readonly string[]; where: string }>({
    message: ({ names, where }) => {
      const them = names.length === 1 ? 'it' : 'them';
      return `${quote(where)} has no ${quoteAll(names)} here, but the reference documents ${them} as required.`;
    },
    hint: () => 'Add it to the response, or write `optional: true` in the reference.',
  }),
  'wrong-value': warning<Named & { type: string; found: string }>({
    message: ({ name, type, found }) => `${quote(name)} is documented as ${quote(type)}; here it is ${found}.`,
    hint: () => 'Fix the response or the type.',
  }),
  'unused-sample': warning<Named>({
    message: () => 'No page shows this sample.',
    hint: ({ name }) => `Show it with ${quote(`file="${name}"`)}, or remove the file.`,
  }),
  'wrong-exemption': error<Named & { isKnown: boolean; known: readonly string[] }>({
    message: ({ name, isKnown }) =>
      isKnown
        ? `The exemption from ${quote(name)} gives no reason.`
        : name === ''
          ? 'The exemption names no code.'
          : `${quote(name)} is not a code that \`stele-ignore\` accepts.`,
    hint: ({ name, isKnown, near, known }) =>
      isKnown
        ? `Write ${quote(`stele-ignore ${name}: `)} and the reason.`
        : (didYouMean({ near }) ?? `A sample can be exempt from ${quoteAll(known, 20)}.`),
  }),
  'unneeded-exemption': warning<Named>({
    message: ({ name }) => `The exemption from ${quote(name)} is not needed: the check finds nothing.`,
    hint: () => 'Remove the line.',
  }),

  // Building
  'over-budget': warning<Named & { found: string; limit: string; page?: string; others?: number }>({
    message: ({ name, found, limit, page, others = 0 }) => {
      const more = others === 0 ? '' : ` ${others === 1 ? '1 more page is' : `${others} more pages are`} above it.`;
      const whole = name === 'files' ? 'The site has' : 'The build took';
      const subject = page === undefined ? whole : `${quote(page)} has`;
      return `${subject} ${found}, above the budget ${quote(name)} of ${limit}.${more}`;
    },
    hint: ({ page }) =>
      page === undefined ? 'Find the cause, or raise the budget.' : 'Split the page, or raise the budget.',
  }),

  // Comparing
  'moved-page': warning<{ from: string; to: string }>({
    message: ({ from }) =>
      `In the last commit this page had the address ${quote(from)}, and nothing leads from there to it now.`,
    hint: ({ from, to }) => `Add the redirect ${quote(`${from}: ${to}`)} to site.yaml.`,
  }),
  'unmatched-approval': warning<Named>({
    message: ({ name }) => `The approval of ${quote(name)} matches no change.`,
    hint: () => 'Remove it, or copy the fingerprint that `stele diff` prints now.',
  }),
  'expired-approval': warning<Named & { until: string }>({
    message: ({ name, until }) => `The approval of ${quote(name)} has expired on ${until}.`,
    hint: () => 'Decide again: move `until` into the future, or remove the approval.',
  }),
} as const;

/** The permanent name of a kind of finding, such as `dangling-link`. */
export type Code = keyof typeof catalogue;

/** The arguments of a code's message and hint. */
export type CodeArgs<C extends Code> = (typeof catalogue)[C] extends Entry<infer A> ? A : never;

/** All codes, in alphabetical order. */
export const codes: readonly Code[] = (Object.keys(catalogue) as Code[]).sort();

/** Whether a string is the code of a diagnostic. */
export function isCode(text: string): text is Code {
  return Object.hasOwn(catalogue, text);
}
