// For each place of the format that contains text: the files of a small site with a given text in that place. The
// places come from the tables of keys (`src/compiler/format/`) and, for bodies and samples, from the list in this file.

import { navigationShape, pageShape, siteShape, type Shape, type ValueSpec } from '../src/compiler/format/index.ts';

/** A place for a text. Its file is a whole page, navigation or site. */
export interface Position {
  readonly name: string;
  /** `stem` makes the names of the files unique among several positions. */
  files(text: string, stem: string): Readonly<Record<string, string>>;
}

/** Returns the surroundings with a text in their position. */
type Fill = (text: string) => unknown;

/** Keys of a map without which its other keys have no meaning. */
const companions: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'an entity': { key: 'Thing', id: 'thing' },
  'an item': { key: 'field', type: 'string', description: 'Text.' },
  'a navigation link': { title: 'Home', url: '/' },
  'site.yaml': { title: 'Site', languages: ['js', 'curl'] },
  'a language': { id: 'kotlin', extensions: ['.kt'] },
  '`package`': { name: 'package' },
  'a section': { title: 'Things', path: '/things' },
  'a header link': { title: 'Home', url: '/' },
  '`breadcrumb`': { title: 'Home', url: '/' },
  'a font': { name: 'Face' },
  '`logo`': { light: 'a.svg', dark: 'b.svg' },
};

/** The number of levels of nested items and of nested descriptions. */
const maxDepth = 1;

/** All places inside a map with fixed keys, and an unknown key. */
function inShape(shape: Shape, path: string, seen: readonly Shape[]): readonly (readonly [string, Fill])[] {
  const around = companions[shape.where] ?? {};
  const unknown = [`${path}.(unknown key)`, (text: string) => ({ ...around, [text]: 'x' })] as const;
  const inside = Object.entries(shape.keys).flatMap(([key, { value }]) =>
    inValue(value, `${path}.${key}`, [...seen, shape]).map(
      ([name, fill]) => [name, (text: string) => ({ ...around, [key]: fill(text) })] as const,
    ),
  );
  return [unknown, ...inside];
}

function inValue(spec: ValueSpec, path: string, seen: readonly Shape[]): readonly (readonly [string, Fill])[] {
  switch (spec.kind) {
    case 'text':
    case 'choice':
    case 'markdown':
    case 'boolean':
    case 'number':
      return [[path, (text) => text]];
    case 'either':
      return spec.alternatives().flatMap((form) => inValue(form, path, seen));
    case 'list': {
      const entries = inValue(spec.items(), `${path}[]`, seen);
      const inList = entries.map(([name, fill]) => [name, (text: string) => [fill(text)]] as const);
      return spec.mayBeAlone ? [...inValue(spec.items(), path, seen), ...inList] : inList;
    }
    case 'map': {
      const shape = spec.shape();
      return seen.filter((other) => other === shape).length < maxDepth ? inShape(shape, path, seen) : [];
    }
    case 'table': {
      if (path.split('.(').length > maxDepth + 1) return [];
      const values = inValue(spec.values(), `${path}.(value)`, seen);
      const { of } = spec.names;
      const name = of === 'languages' ? 'js' : (of?.[0] ?? keyFor(path));
      return [
        [`${path}.(key)`, (text) => ({ [text]: valueFor(path) })],
        ...values.map(([at, fill]) => [at, (text: string) => ({ [name]: fill(text) })] as const),
      ];
    }
    default:
      return [];
  }
}

function keyFor(path: string): string {
  return path === 'site.redirects' ? '/old' : path === 'site.components' ? 'Chart' : 'word';
}

function valueFor(path: string): unknown {
  return path === 'page.reference'
    ? []
    : path === 'site.redirects'
      ? '/'
      : path === 'site.components'
        ? 'chart.astro'
        : 'word';
}

/** Positions in frontmatter. It is written as JSON, which is also YAML. */
function frontmatterPositions(): readonly Position[] {
  const pages = inShape(pageShape, 'page', []).map(([name, fill]) => ({
    name,
    files: (text: string, stem: string) => ({
      [`things/${stem}.mdx`]: `---\n${JSON.stringify(fill(text))}\n---\n\n# Thing\n`,
    }),
  }));
  const navigation = inShape(navigationShape, 'navigation', []).map(([name, fill]) => ({
    name,
    files: (text: string, stem: string) => ({
      [`${stem}/_navigation.mdx`]: `---\n${JSON.stringify(fill(text))}\n---\n`,
      [`${stem}/page.mdx`]: '# Page\n',
    }),
  }));
  const site = inShape(siteShape, 'site', []).map(([name, fill]) => ({
    name,
    files: (text: string) => ({ 'site.yaml': JSON.stringify(fill(text)) }),
  }));
  return [...pages, ...navigation, ...site];
}

const oneLine = (text: string): string => text.replace(/[\n\r]/g, ' ');
const quoted = (text: string): string => JSON.stringify(text).replaceAll('<', '\\u003c');

/** Bodies by the name of the element that contains the text. */
const bodies: Readonly<Record<string, (text: string) => string>> = {
  paragraph: (text) => text,
  'list item': (text) => `- ${text}`,
  'item of a tab list': (text) => `- | Tab\n\n  ${oneLine(text)}`,
  'definition list': (text) => `term\n: ${oneLine(text)}`,
  'link text': (text) => `[${oneLine(text)}](/things/other)`,
  'image text': (text) => `![${oneLine(text)}](/image.png)`,
  'link definition': (text) => `[link]\n\n[link]: /things/${text}`,
  'head of a table': (text) => `| ${oneLine(text)} | b |\n|---|---|\n| 1 | 2 |`,
  'cell of a table': (text) => `| a | b |\n|---|---|\n| 1 | ${oneLine(text).replaceAll('|', '\\|')} |`,
  'rows of a table': (text) => `| a | b |\n|---|---|\n${text}`,
  heading: (text) => `## ${oneLine(text)}`,
  'heading annotation': (text) => `## Heading {{ "url": ${quoted(text)} }}`,
  'key of a heading annotation': (text) => `## Heading {{ ${quoted(text)}: "a" }}`,
  'link address': (text) => `[link](<${oneLine(text).replace(/[<>]/g, '')}>)`,
  'link address with a hash': (text) => `[link](<#${oneLine(text).replace(/[<>]/g, '')}>)`,
  'rooted link address': (text) => `[link](</things/${oneLine(text).replace(/[<>]/g, '')}>)`,
  'image address': (text) => `![image](<${oneLine(text).replace(/[<>]/g, '')}>)`,
  'inline code': (text) => `\`\`\`\` ${text.replaceAll('`', "'")} \`\`\`\``,
  'fence info': (text) => `~~~js ${oneLine(text).replaceAll('~', '-')}\nx\n~~~`,
  'fence language': (text) => `~~~${oneLine(text).replaceAll('~', '-')}\nx\n~~~`,
  'fenced code': (text) => `~~~~~js\n${text.replaceAll('~', '-')}\n~~~~~`,
  'fenced console': (text) => `~~~~~console\n${text.replaceAll('~', '-')}\n~~~~~`,
  'fenced diff': (text) => `~~~~~diff\n${text.replaceAll('~', '-')}\n~~~~~`,
  ...Object.fromEntries(
    [
      ['CodeBlock', 'file'],
      ['CodeBlock', 'title'],
      ['CodeBlock', 'language'],
      ['CodeBlock', 'referenceId'],
      ['Callout', 'type'],
      ['Badge', 'color'],
      ['ExampleApps.Card', 'href'],
      ['Event.Details', 'name'],
      ['div', 'class'],
      ['div', 'id'],
    ].map(([component, attribute]) => [
      `<${component} ${attribute}>`,
      (text: string) => `<${component} ${attribute}={${quoted(text)}}>Text.</${component}>`,
    ]),
  ),
};

/** Samples by the name of the part that contains the text. Their lines are at most as long as the bound. */
const samples: Readonly<Record<string, (text: string) => string>> = {
  'sample text': (text) => text,
  'string in a sample': (text) => `call("${text}");\n`,
  'comment of a sample': (text) => `// ${oneLine(text)}\n// region ${oneLine(text)}\n`,
  'marks of a sample': (text) => `x(); // [!code ${oneLine(text)}]\n`,
  'exemption of a sample': (text) => `// stele-ignore ${oneLine(text)}\nx();\n`,
};

function sampleText(make: (text: string) => string, text: string): string {
  return make(text).replace(/[^\n]{9000}(?=[^\n])/g, '$&\n');
}

/** Fields of an entity and its items that are compared with samples. */
const besideCode: Readonly<Record<string, (text: string) => object>> = {
  key: (text) => ({ key: text }),
  title: (text) => ({ title: text }),
  'title that ends with the key': (text) => ({ title: `${text}call()` }),
  patternBefore: (text) => ({ patternBefore: text }),
  'key of a parameter': (text) => ({ parameters: [{ key: text, type: 'string', description: 'Text.' }] }),
  'type of a parameter': (text) => ({ parameters: [{ key: 'limit', type: text, description: 'Text.' }] }),
};

/** A method in a language and a sample that shows it. Both contain the text. */
const codePositions: readonly Position[] = ['js', 'curl', 'python'].flatMap((language) =>
  Object.entries(besideCode).map(([name, fill]) => ({
    name: `${language} beside a sample: ${name}`,
    files: (text: string, stem: string) => {
      const curl = language === 'curl' ? { title: '/calls/:id', type: 'GET' } : {};
      const entity = {
        key: 'call',
        id: 'call',
        parameters: [{ key: 'limit', type: 'string', description: 'Text.' }],
        ...curl,
        ...fill(text),
      };
      const extension = { js: 'js', curl: 'sh', python: 'py' }[language]!;
      const code = language === 'curl' ? `curl https://example.com/${text}` : `${text}.call(${text})`;
      return {
        [`things/${stem}.mdx`]:
          `---\n${JSON.stringify({ reference: { [language]: [entity] } })}\n---\n# T\n\n` +
          `<CodeBlock file="${stem}" referenceId="call" />\n`,
        [`_samples/${stem}.${extension}`]: sampleText(() => code, text),
        [`_samples/${stem}.json`]: sampleText(
          () => JSON.stringify({ [text.slice(0, 4000)]: text.slice(0, 4000) }),
          text,
        ),
      };
    },
  })),
);

/** All positions, with unique names. */
export const positions: readonly Position[] = [
  ...frontmatterPositions(),
  ...codePositions,
  ...Object.entries(bodies).map(([name, make]) => ({
    name: `body: ${name}`,
    files: (text: string, stem: string) => ({ [`things/${stem}.mdx`]: `# Thing\n\n${make(text)}\n` }),
  })),
  ...Object.entries(bodies)
    .filter(([name]) => !name.startsWith('<'))
    .map(([name, make]) => ({
      name: `description: ${name}`,
      files: (text: string, stem: string) => ({
        [`things/${stem}.mdx`]: `---\n${JSON.stringify({
          reference: {
            js: [{ key: 'T', id: 't', properties: [{ key: 'a', type: 'string', description: make(text) }] }],
          },
        })}\n---\n# T\n`,
      }),
    })),
  ...['js', 'sh', 'json', 'py'].flatMap((extension) =>
    Object.entries(samples).map(([name, make]) => ({
      name: `.${extension}: ${name}`,
      files: (text: string, stem: string) => ({
        [`_samples/${stem}.${extension}`]: sampleText(
          extension === 'sh' ? (inner) => make(`curl ${inner}`) : make,
          text,
        ),
        [`things/${stem}.mdx`]: `# Thing\n\n<CodeBlock file="${stem}" />\n`,
      }),
    })),
  ),
];
