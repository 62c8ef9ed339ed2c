// Names in samples of each language link to the reference: calls, arguments, and fields of results.

import { expect, test } from 'vitest';
import { languages } from '../../src/compiler/languages/index.ts';
import { createShikiHighlighter } from '../../src/engines/index.ts';
import { viewContent } from '../../src/outputs/index.ts';
import { strings } from '../../src/site/strings/en.ts';
import { compile } from '../compile.ts';

interface LinkCase {
  readonly id: string;
  /** Name of the package of the site's SDK. */
  readonly package: string;
  /** Key and title of an object and of a method, and the key of the method's argument. */
  readonly object: readonly [key: string, title: string];
  readonly method: readonly [key: string, title: string];
  readonly argument: string;
  /** A sample in which exactly the marked words (`‹Parcel›`) link to the reference. */
  readonly sample: string;
}

const cases: readonly LinkCase[] = [
  {
    id: 'js',
    package: '@harbor/node',
    object: ['Parcel', 'interface Parcel'],
    method: ['listParcels', 'parcels.listParcels()'],
    argument: 'limit',
    sample: `import { Harbor, ‹Parcel› } from '@harbor/node';
import { Thing } from 'other';

// parcels.listParcels()
const harbor = new Harbor('listParcels');
const page = await harbor.parcels.‹listParcels›({ ‹limit›: 5 });
console.log(page.‹name›, other.name);
const thing = stuff.listParcels({ limit: 5 });
`,
  },
  {
    id: 'python',
    package: 'harbor',
    object: ['Parcel', 'class Parcel'],
    method: ['list_parcels', 'parcels.list_parcels()'],
    argument: 'limit',
    sample: `from harbor import Client, ‹Parcel›
from other import Thing

# parcels.list_parcels()
client = Client("list_parcels")
page = client.parcels.‹list_parcels›(‹limit›=5)
print(page.‹name›, other.name)
thing = stuff.list_parcels(limit=5)
`,
  },
  {
    id: 'ruby',
    package: 'harbor',
    object: ['Parcel', 'class Parcel'],
    method: ['list_parcels', 'parcels.list_parcels()'],
    argument: 'limit',
    sample: `require "harbor"

# parcels.list_parcels()
client = Harbor::Client.new("list_parcels")
page = client.parcels.‹list_parcels›(‹limit›: 5)
puts page.‹name›, other.name
parcel = Harbor::‹Parcel›.new
thing = stuff.list_parcels(limit: 5)
`,
  },
  {
    id: 'go',
    package: 'github.com/harbor/harbor-go',
    object: ['Parcel', 'type Parcel'],
    method: ['ListParcels', 'parcels.ListParcels()'],
    argument: 'Limit',
    sample: `// parcels.ListParcels()
page, err := parcels.‹ListParcels›(ctx, parcels.ListParcelsOpts{Limit: 5})
fmt.Println(page.‹name›, other.name)
thing, err := stuff.ListParcels(ctx, stuff.Opts{Limit: 5})
`,
  },
  {
    id: 'php',
    package: 'harbor/harbor-php',
    object: ['Parcel', 'class Parcel'],
    method: ['listParcels', '$harbor->parcels->listParcels()'],
    argument: 'limit',
    sample: `<?php
// parcels->listParcels()
$harbor = new Client('listParcels');
$page = $harbor->parcels->‹listParcels›(‹limit›: 5);
echo $page->‹name›, $other->name;
$thing = $stuff->listParcels(limit: 5);
`,
  },
  {
    id: 'java',
    package: 'com.harbor:harbor-java',
    object: ['Parcel', 'class Parcel'],
    method: ['listParcels', 'parcels.listParcels()'],
    argument: 'limit',
    sample: `import com.harbor.models.Parcel;
import org.other.Thing;

// parcels.listParcels()
var page = harbor.parcels.‹listParcels›(5);
System.out.println(page.‹name› + other.name);
var thing = stuff.listParcels(5);
`,
  },
  {
    id: 'dotnet',
    package: 'Harbor',
    object: ['Parcel', 'class Parcel'],
    method: ['ListParcels', 'parcels.ListParcels()'],
    argument: 'Limit',
    sample: `using Harbor;

void Show(‹Parcel› parcel) {}

// parcels.ListParcels()
var page = await harbor.parcels.‹ListParcels›(new Options { Limit = 5 });
Console.WriteLine(page.‹name› + other.name);
var thing = stuff.ListParcels(new Options { Limit = 5 });
`,
  },
  {
    id: 'rust',
    package: 'harbor-rust',
    object: ['Parcel', 'struct Parcel'],
    method: ['list_parcels', 'parcels.list_parcels()'],
    argument: 'limit',
    sample: `use harbor::{Client, ‹Parcel›};
use other::models::Thing;

fn show(parcel: &‹Parcel›) {}

// parcels.list_parcels()
let client = Client::new("list_parcels");
let page = client.parcels.‹list_parcels›(ListParcels { limit: 5 }).await?;
println!("{} {}", page.‹name›, other.name);
let thing = stuff.list_parcels(Parcels { limit: 5 });
`,
  },
  {
    id: 'kotlin',
    package: 'com.harbor:harbor-kotlin',
    object: ['Parcel', 'data class Parcel'],
    method: ['listParcels', 'parcels.listParcels()'],
    argument: 'limit',
    sample: `import com.harbor.models.Parcel
import org.other.Thing

fun show(parcel: ‹Parcel›) {}

// parcels.listParcels()
val harbor = Harbor("listParcels")
val page = harbor.parcels.‹listParcels›(‹limit› = 5)
println("x" + page.‹name› + other.name)
val thing = stuff.listParcels(limit = 5)
`,
  },
  {
    id: 'swift',
    package: 'harbor-swift',
    object: ['Parcel', 'struct Parcel'],
    method: ['listParcels', 'parcels.listParcels()'],
    argument: 'limit',
    sample: `import Foundation
import Harbor

func show(parcel: ‹Parcel›) {}

// parcels.listParcels()
let harbor = Harbor(apiKey: "listParcels")
let page = try await harbor.parcels.‹listParcels›(‹limit›: 5)
print(page.‹name›, other.name)
let thing = stuff.listParcels(limit: 5)
`,
  },
  {
    id: 'typescript',
    package: '@harbor/node',
    object: ['Parcel', 'interface Parcel'],
    method: ['listParcels', 'parcels.listParcels()'],
    argument: 'limit',
    sample: `import { Harbor, type ‹Parcel› } from '@harbor/node';
import { Thing } from 'other';

const show = (parcel: ‹Parcel›): void => {};

// parcels.listParcels()
const harbor = new Harbor('listParcels');
const page = await harbor.parcels.‹listParcels›({ ‹limit›: 5 });
console.log(page.‹name›, other.name);
const thing = stuff.listParcels({ limit: 5 });
`,
  },
  {
    id: 'elixir',
    package: 'harbor',
    object: ['Parcel', 'Harbor.Parcel'],
    method: ['list_parcels', 'Harbor.Parcels.list_parcels(client, opts)'],
    argument: 'limit',
    sample: `alias Harbor.‹Parcel›
alias Other.Thing

# Harbor.Parcels.list_parcels(client)
client = Harbor.client("list_parcels")
page = Harbor.Parcels.‹list_parcels›(client, ‹limit›: 5)
IO.puts(page.‹name› <> other.name)
thing = Stuff.list_parcels(client, limit: 5)
`,
  },
  {
    id: 'dart',
    package: 'harbor',
    object: ['Parcel', 'class Parcel'],
    method: ['listParcels', 'parcels.listParcels()'],
    argument: 'limit',
    sample: `import 'dart:io';
import 'package:harbor/harbor.dart';

void show(‹Parcel› parcel) {}

// parcels.listParcels()
final harbor = Harbor(apiKey: 'listParcels');
final page = await harbor.parcels.‹listParcels›(‹limit›: 5);
print(page.‹name› + other.name);
final thing = stuff.listParcels(limit: 5);
`,
  },
  {
    id: 'cpp',
    package: 'harbor',
    object: ['Parcel', 'class Parcel'],
    method: ['list_parcels', 'parcels.list_parcels()'],
    argument: 'limit',
    sample: `#include <harbor/client.hpp>
#include <vector>

void show(const harbor::‹Parcel›& parcel) {}

// parcels.list_parcels()
harbor::Client client{"list_parcels"};
auto page = client.parcels.‹list_parcels›({.‹limit› = 5});
std::cout << page.‹name› << other.name;
auto thing = stuff.list_parcels({.limit = 5});
`,
  },
];

test('every language of the catalogue whose methods are functions has a case', () => {
  const sdks = languages.filter(({ kind }) => kind === 'sdk');
  expect(cases.map(({ id }) => id)).toEqual(sdks.map(({ id }) => id));
});

test.each(cases)('$id', async ({ id, package: name, object, method, argument, sample }) => {
  const code = sample.replace(/[‹›]/g, '');
  const field = (key: string, type: string): string =>
    `      - key: ${key}\n        type: ${type}\n        description: Text.\n`;
  const { resolved } = compile({
    'site.yaml': `title: T\nlanguages: [{ id: ${id}, package: { name: '${name}' } }]\n`,
    'ref/parcel.mdx':
      `---\nreference:\n  ${id}:\n    - key: ${object[0]}\n      id: parcel\n      title: ${object[1]}\n` +
      `      properties:\n${field('name', 'string')}---\n# Parcel\n`,
    'ref/list.mdx':
      `---\nreference:\n  ${id}:\n    - key: ${method[0]}\n      id: list\n      title: ${method[1]}\n` +
      `      parameters:\n${field(argument, 'number')}      returns:\n      - (${object[0]})\n---\n# List\n`,
    'page.mdx': `# Page\n\n\`\`\`${id}\n${code}\`\`\`\n`,
  });
  const { grammar } = resolved.site.languages[0]!;
  const drawn = viewContent(resolved, await createShikiHighlighter([grammar]));
  const view = await drawn.viewPage({ route: 'page', language: id }, strings.values);
  const marked = view.blocks[0]!.panels[0]!.code!.html.replace(
    /<a [^>]*href="[^"]*">(.*?)<\/a>/g,
    (_, text: string) => `‹${text}›`,
  )
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  expect(`${marked}\n`).toBe(sample);
});
