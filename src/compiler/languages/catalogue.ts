// All languages and kinds of code. Each built-in language has a file. Each other kind has a row in the table below,
// with its names in fences, Shiki's grammar for its colours, and its comment syntax. The languages and the rows
// together have all names and aliases of Shiki's grammars (a test compares them), and other common names. It is plain
// data, so that `stele check` loads no grammar of Shiki.

import type { CommentSyntax, SessionPrompt } from '../source/index.ts';
import { dashes, hash, markup, percents, semicolons, slashes, styles } from './comment-styles.ts';
import { cpp } from './cpp.ts';
import { curl } from './curl.ts';
import { dart } from './dart.ts';
import { dotnet } from './dotnet.ts';
import { elixir } from './elixir.ts';
import { go } from './go.ts';
import { java } from './java.ts';
import { js } from './js.ts';
import { kotlin } from './kotlin.ts';
import type { LanguageFacts } from './language-facts.ts';
import { php } from './php.ts';
import { python } from './python.ts';
import { ruby } from './ruby.ts';
import { rust } from './rust.ts';
import { swift } from './swift.ts';
import { typescript } from './typescript.ts';

/** The built-in languages, in the default order of a site's languages. */
export const languages: readonly LanguageFacts[] = [
  curl,
  js,
  python,
  ruby,
  go,
  php,
  java,
  dotnet,
  rust,
  kotlin,
  swift,
  typescript,
  elixir,
  dart,
  cpp,
];

const bangs: CommentSyntax = { openings: ['!'], closing: '' };
const doubleQuotes: CommentSyntax = { openings: ['"'], closing: '' };
const apostrophes: CommentSyntax = { openings: ["'"], closing: '' };
const stars: CommentSyntax = { openings: ['(*'], closing: '*)' };
const hashAndSemicolons: CommentSyntax = { openings: ['#', ';'], closing: '' };
const blades: CommentSyntax = { openings: ['{{--'], closing: '--}}' };
const braces: CommentSyntax = { openings: ['{#'], closing: '#}' };

/** The language whose methods are requests, and whose names are those of the HTTP API. */
export const httpLanguage = curl.id;

/**
 * The pseudo-language for the JSON form of entities. It replaces the missing form in every language without a form of
 * its own.
 */
export const wireLanguage = 'json';

/** Kinds of code by comment syntax: `grammar|label|name|name…`. An entry without names has the name of its grammar. */
const groups: readonly (readonly [CommentSyntax | undefined, string])[] = [
  [
    hash,
    `text|Text|txt|plain|plaintext|plain-text|none|nohighlight|no-highlight|output|ascii|tree|ebnf|bnf|gitignore;
    text|URL|url|uri;
    shellscript|Console|console|terminal|shellsession|shell-session|sh-session|bash-session|zsh-session|session|
      terminal-session;
    powershell|PowerShell|powershell-session|pwsh-session|ps1con|pwsh-console; apache|Apache|apacheconf|htaccess;
    awk|AWK; berry|Berry|be; bird2|BIRD2 Configuration|bird; cmake|CMake; codeowners|CODEOWNERS;
    coffee|CoffeeScript|coffeescript; crystal|Crystal|cr; desktop|Desktop; docker|Dockerfile|dockerfile|containerfile;
    dotenv|.env|env; fish|Fish; fluent|Fluent|ftl; gdscript|GDScript|gd; gherkin|Gherkin;
    git-commit|Git Commit Message; git-rebase|Git Rebase Message; gn|GN; gnuplot|Gnuplot;
    graphql|GraphQL|gql|graphqls; hcl|HCL; http|HTTP|https; hurl|Hurl; hxml|HXML; imba|Imba; julia|Julia|jl;
    just|Just|justfile; make|Makefile|makefile|mk; mipsasm|MIPS Assembly|mips; mojo|Mojo; nginx|Nginx|nginxconf;
    nim|Nim; nix|Nix; nushell|Nushell|nu; org|Org Markup; perl|Perl|pl; po|Gettext PO|pot|potx; polar|Polar;
    powershell|PowerShell|ps|ps1|pwsh|posh; puppet|Puppet; qmldir|QML; r|R|rscript; raku|Raku|perl6;
    rbs|RBS|ruby-signature; rosmsg|ROS Interface; sparql|SPARQL; ssh-config|SSH; systemd|systemd;
    talonscript|TalonScript|talon; tasl|Tasl; tcl|Tcl; terraform|Terraform|tf|tfvars|opentofu; toml|TOML;
    turtle|Turtle; vyper|Vyper|vy;
    yaml|YAML|yml|k8s|kubernetes|helm|ansible|openapi|swagger`,
  ],
  [
    slashes,
    `groovy|Gradle|gradle|gradle.kts; actionscript-3|ActionScript|actionscript|as3; angular-ts|Angular; apex|Apex;
    ara|Ara; asciidoc|AsciiDoc|adoc; ballerina|Ballerina; bicep|Bicep; bsl|1C|1c; c|C|h; c3|C3; cadence|Cadence|cdc;
    cairo|Cairo; chapel|Chapel|chpl; codeql|CodeQL|ql; cue|CUE; cypher|Cypher|cql; d|D;
    dax|DAX; dream-maker|Dream Maker; fsharp|F#|f#|fs; gdshader|GDShader; genie|Genie; gleam|Gleam;
    glimmer-js|Glimmer JS|gjs; glimmer-ts|Glimmer TS|gts; glsl|GLSL; groovy|Groovy; hack|Hack; haxe|Haxe; hjson|Hjson;
    hlsl|HLSL; jison|Jison; json5|JSON5; jsonc|JSON; jsonnet|Jsonnet; jssm|JSSM|fsl; kdl|KDL;
    kusto|Kusto|kql; less|Less; log|Log|logs; marko|Marko; moonbit|MoonBit|mbt|mbti; move|Move;
    narrat|Narrat Language|nar; nextflow|Nextflow|nf; nextflow-groovy|Nextflow Groovy;
    objective-c|Objective-C|objc|objectivec|obj-c; objective-cpp|Objective-C++; odin|Odin; openscad|OpenSCAD|scad;
    pascal|Pascal|delphi; pkl|Pkl; powerquery|PowerQuery; prisma|Prisma; proto|Protobuf|protobuf|proto3; qml|QML;
    regexp|RegExp|regex; rel|Rel; riscv|RISC-V; ron|RON; sass|Sass; scala|Scala|sbt; scss|SCSS;
    sdbl|1C|1c-query; shaderlab|ShaderLab|shader; smithy|Smithy; solidity|Solidity|sol;
    soy|Closure Templates|closure-templates; splunk|Splunk Query Language|spl; stata|Stata;
    stylus|Stylus|styl; surrealql|SurrealQL|surql; system-verilog|SystemVerilog; templ|Templ;
    ts-tags|TypeScript with Tags|lit; typespec|TypeSpec|tsp; typst|Typst|typ; v|V; vala|Vala; verilog|Verilog;
    vue-vine|Vue Vine; wenyan|Wenyan|文言; wgsl|WGSL; wit|WebAssembly Interface Types; zenscript|ZenScript; zig|Zig`,
  ],
  [
    dashes,
    `ada|Ada; applescript|AppleScript; elm|Elm; haskell|Haskell|hs; lean|Lean 4|lean4; lua|Lua; luau|Luau;
    plsql|PL/SQL; purescript|PureScript; sql|SQL|psql|postgres|postgresql|mysql|sqlite|tsql|mssql|mariadb; vhdl|VHDL`,
  ],
  [percents, `bibtex|BibTeX; erlang|Erlang|erl; latex|LaTeX; matlab|MATLAB|octave; prolog|Prolog; tex|TeX`],
  [{ openings: ['%%'], closing: '' }, 'mermaid|Mermaid|mmd'],
  [
    semicolons,
    `ahk|AutoHotkey|ahk1; ahk2|AutoHotkey2; asm|Assembly|assembly|nasm; beancount|Beancount; clarity|Clarity;
    clojure|Clojure|clj|cljs|edn; common-lisp|Common Lisp|lisp|cl; emacs-lisp|Emacs Lisp|elisp; fennel|Fennel;
    gdresource|GDResource|tscn|tres; hy|Hy; llvm|LLVM IR; logo|Logo; racket|Racket|rkt; reg|Registry;
    scheme|Scheme|scm`,
  ],
  [{ openings: [';;'], closing: '' }, 'wasm|WebAssembly|wat'],
  [hashAndSemicolons, 'ini|INI|ini|cfg|conf|config|editorconfig; ini|Properties|properties; nsis|NSIS'],
  [
    markup,
    `angular-html|Angular; astro|Astro; html|HTML|htm|xhtml; html-derivative|HTML; liquid|Liquid;
    markdown|Markdown|md|mkd|mdown; mdc|MDC; svelte|Svelte; vue|Vue; vue-html|Vue HTML;
    wikitext|Wikitext|mediawiki|wiki; xml|XML|svg|rss|atom|plist|xaml|csproj; xsl|XSL`,
  ],
  [{ openings: ['{/*'], closing: '*/}' }, 'mdx|MDX'],
  [styles, 'css|CSS; postcss|PostCSS; qss|Qt Style Sheets; sas|SAS'],
  [stars, 'coq|Rocq; ocaml|OCaml|ml; wolfram|Wolfram|wl'],
  [braces, 'jinja|Jinja|jinja2|django|nunjucks; twig|Twig'],
  [blades, 'blade|Blade; edge|Edge'],
  [{ openings: ['{{!'], closing: '}}' }, 'handlebars|Handlebars|hbs|mustache'],
  [{ openings: ['<%#'], closing: '%>' }, 'erb|ERB'],
  [{ openings: ['@*'], closing: '*@' }, 'razor|Razor|cshtml'],
  [{ openings: ['-#'], closing: '' }, 'haml|Haml'],
  [{ openings: ['//-', '//'], closing: '' }, 'pug|Pug|jade'],
  [{ openings: ['..'], closing: '' }, 'rst|reStructuredText'],
  [{ openings: ['*>'], closing: '' }, 'cobol|COBOL'],
  [{ openings: ['⍝'], closing: '' }, 'apl|APL'],
  [bangs, 'fortran-fixed-form|Fortran|f|for|f77; fortran-free-form|Fortran|f90|f95|f03|f08|f18'],
  [doubleQuotes, 'abap|ABAP; viml|Vim|vim|vimscript|vimrc'],
  [{ openings: ['"'], closing: '"' }, 'smalltalk|GNU Smalltalk'],
  [apostrophes, 'vb|Visual Basic|vbnet|vb.net'],
  [
    { openings: ['::', 'REM ', 'rem '], closing: '' },
    'bat|Command Prompt|cmd-session|dos-session|doscon|command-prompt; bat|Batch|batch|cmd|dos|batchfile',
  ],
  [
    undefined,
    `csv|CSV; diff|Diff|patch|udiff; json|JSON|geojson|webmanifest|jsonschema; jsonl|JSON Lines|ndjson|jsonlines;
    tsv|TSV`,
  ],
];

/** A kind of code with one label. */
export interface CodeKind {
  readonly label: string;
  /** A grammar of Shiki, or `text`. */
  readonly grammar: string;
  /** In lower case. */
  readonly names: readonly string[];
  /** Syntax of its comments on one line; undefined if it has none. */
  readonly comments: CommentSyntax | undefined;
}

/** All kinds of code, those of the built-in languages first. */
export const codeKinds: readonly CodeKind[] = [
  ...languages.flatMap(({ highlighting, fences, comments }) =>
    fences.map(({ label, names, highlighting: own = highlighting }) => ({ label, grammar: own, names, comments })),
  ),
  ...groups.flatMap(([comments, rows]) =>
    rows.split(';').map((row) => {
      const [grammar = '', label = '', ...names] = row.trim().split(/\|\s*/);
      return { label, grammar, names: names.length > 0 ? names : [grammar], comments };
    }),
  ),
];

/** Labels of blocks that may contain prompts of any shell. */
export const consoleLabels: ReadonlySet<string> = new Set(['Console', 'Command Prompt']);

const windowsPrompt = /^(?:PS )?[A-Za-z]:\\[^>\n]*> ?|^PS ?[^>\n]*> ?/;

/** Prompts by Shiki's grammar. */
export const promptsByGrammar: Readonly<Record<string, readonly SessionPrompt[]>> = {
  sql: [
    {
      prompt: /^(?:mysql|sqlite|MariaDB \[[^\]]*\])> |^\w+=[#>] /,
      more: /^ *(?:->|\.\.\.>) |^\w+[-'"(][#>] /,
      consoleGrammar: 'sql',
    },
  ],
  powershell: [{ prompt: windowsPrompt, more: /^>> ?/ }],
  bat: [{ prompt: /^[A-Za-z]:\\[^>\n]*> ?|^> (?=\S)/ }],
};

/** Frequent names, for suggestions: a misspelt name more probably means one of these than a rare name. */
export const frequentCodeNames: readonly string[] = (
  'bash csharp css curl diff go graphql html http java javascript json jsx kotlin markdown php powershell python ' +
  'ruby rust shell sql swift text toml tsx typescript xml yaml'
).split(' ');
