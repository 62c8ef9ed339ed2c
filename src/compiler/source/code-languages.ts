// The name of a code language, as written behind a fence → its label and the grammar that colours it.
// The table has all names and aliases of Shiki's grammars (a test compares them) and other names in common use. It is
// plain data, so that `stele check` loads no grammar.

/** A language or format of code. */
export interface CodeLanguage {
  readonly label: string;
  /** A grammar of Shiki's, or `text`. */
  readonly grammar: string;
}

/** `grammar|label|name|name…`; an entry without names has its grammar's. */
const table = `
text|Text|txt|plain|plaintext|plain-text|none|nohighlight|no-highlight|output|ascii|tree|ebnf|bnf|gitignore; text|URL|url|uri;
shellscript|Shell|sh|zsh|ksh|shell-script|npm|yarn|pnpm; shellscript|Shell|bash; shellscript|Shell|shell;
shellscript|cURL|curl;
shellscript|Console|console|terminal|shellsession|shell-session|sh-session|bash-session|zsh-session|session|terminal-session;
powershell|PowerShell|powershell-session|pwsh-session|ps1con|pwsh-console;
bat|Command Prompt|cmd-session|dos-session|doscon|command-prompt;
python|Python|pycon|python-repl|python-console|pyconsole|ipython; ruby|Ruby|irb|rbcon|ruby-session;
typescript|JavaScript|javascript|js|cjs|mjs|es6|node|nodejs|node.js|node-repl|js-repl;
tsx|JSX|jsx|react; ini|INI|ini|cfg|conf|config|editorconfig; ini|Properties|properties; groovy|Gradle|gradle|gradle.kts;
csharp|.NET|dotnet|.net; abap|ABAP; actionscript-3|ActionScript|actionscript|as3; ada|Ada;
ahk|AutoHotkey|ahk1; ahk2|AutoHotkey2; angular-html|Angular; angular-ts|Angular; apache|Apache|apacheconf|htaccess;
apex|Apex; apl|APL; applescript|AppleScript; ara|Ara; asciidoc|AsciiDoc|adoc; asm|Assembly|assembly|nasm;
astro|Astro; awk|AWK; ballerina|Ballerina; bat|Batch|batch|cmd|dos|batchfile; beancount|Beancount; berry|Berry|be;
bibtex|BibTeX; bicep|Bicep; bird2|BIRD2 Configuration|bird; blade|Blade; bsl|1C|1c; c|C|h; c3|C3;
cadence|Cadence|cdc; cairo|Cairo; chapel|Chapel|chpl; clarity|Clarity; clojure|Clojure|clj|cljs|edn; cmake|CMake;
cobol|COBOL; codeowners|CODEOWNERS; codeql|CodeQL|ql; coffee|CoffeeScript|coffeescript;
common-lisp|Common Lisp|lisp|cl; coq|Rocq; cpp|C++|c++|cc|cxx|hpp; crystal|Crystal|cr; csharp|C#|c#|cs; css|CSS;
csv|CSV; cue|CUE; cypher|Cypher|cql; d|D; dart|Dart|flutter; dax|DAX; desktop|Desktop; diff|Diff|patch|udiff;
docker|Dockerfile|dockerfile|containerfile; dotenv|.env|env; dream-maker|Dream Maker; edge|Edge;
elixir|Elixir|ex|exs; elm|Elm; emacs-lisp|Emacs Lisp|elisp; erb|ERB; erlang|Erlang|erl; fennel|Fennel; fish|Fish;
fluent|Fluent|ftl; fortran-fixed-form|Fortran|f|for|f77; fortran-free-form|Fortran|f90|f95|f03|f08|f18;
fsharp|F#|f#|fs; gdresource|GDResource|tscn|tres; gdscript|GDScript|gd; gdshader|GDShader; genie|Genie;
gherkin|Gherkin; git-commit|Git Commit Message; git-rebase|Git Rebase Message; gleam|Gleam;
glimmer-js|Glimmer JS|gjs; glimmer-ts|Glimmer TS|gts; glsl|GLSL; gn|GN; gnuplot|Gnuplot; go|Go|golang;
graphql|GraphQL|gql|graphqls; groovy|Groovy; hack|Hack; haml|Haml; handlebars|Handlebars|hbs|mustache;
haskell|Haskell|hs; haxe|Haxe; hcl|HCL; hjson|Hjson; hlsl|HLSL; html|HTML|htm|xhtml; html-derivative|HTML;
http|HTTP|https; hurl|Hurl; hxml|HXML; hy|Hy; imba|Imba; java|Java; jinja|Jinja|jinja2|django|nunjucks; jison|Jison;
json|JSON|geojson|webmanifest|jsonschema; json5|JSON5; jsonc|JSON; jsonl|JSON Lines|ndjson|jsonlines;
jsonnet|Jsonnet; jssm|JSSM|fsl; julia|Julia|jl; just|Just|justfile; kdl|KDL; kotlin|Kotlin|kt|kts; kusto|Kusto|kql;
latex|LaTeX; lean|Lean 4|lean4; less|Less; liquid|Liquid; llvm|LLVM IR; log|Log|logs; logo|Logo; lua|Lua; luau|Luau;
make|Makefile|makefile|mk; markdown|Markdown|md|mkd|mdown; marko|Marko; matlab|MATLAB|octave; mdc|MDC; mdx|MDX;
mermaid|Mermaid|mmd; mipsasm|MIPS Assembly|mips; mojo|Mojo; moonbit|MoonBit|mbt|mbti; move|Move;
narrat|Narrat Language|nar; nextflow|Nextflow|nf; nextflow-groovy|Nextflow Groovy; nginx|Nginx|nginxconf; nim|Nim;
nix|Nix; nsis|NSIS; nushell|Nushell|nu; objective-c|Objective-C|objc|objectivec|obj-c; objective-cpp|Objective-C++;
ocaml|OCaml|ml; odin|Odin; openscad|OpenSCAD|scad; org|Org Markup; pascal|Pascal|delphi; perl|Perl|pl;
php|PHP|php5|php7|php8; pkl|Pkl; plsql|PL/SQL; po|Gettext PO|pot|potx; polar|Polar; postcss|PostCSS;
powerquery|PowerQuery; powershell|PowerShell|ps|ps1|pwsh|posh; prisma|Prisma; prolog|Prolog;
proto|Protobuf|protobuf|proto3; pug|Pug|jade; puppet|Puppet; purescript|PureScript; python|Python|py|py3|python3|pyi;
qml|QML; qmldir|QML; qss|Qt Style Sheets; r|R|rscript; racket|Racket|rkt; raku|Raku|perl6; razor|Razor|cshtml;
rbs|RBS|ruby-signature; reg|Registry; regexp|RegExp|regex; rel|Rel; riscv|RISC-V; ron|RON; rosmsg|ROS Interface;
rst|reStructuredText; ruby|Ruby|rb|rake|gemfile; rust|Rust|rs; sas|SAS; sass|Sass; scala|Scala|sbt;
scheme|Scheme|scm; scss|SCSS; sdbl|1C|1c-query; shaderlab|ShaderLab|shader; smalltalk|GNU Smalltalk; smithy|Smithy;
solidity|Solidity|sol; soy|Closure Templates|closure-templates; sparql|SPARQL; splunk|Splunk Query Language|spl;
sql|SQL|psql|postgres|postgresql|mysql|sqlite|tsql|mssql|mariadb; ssh-config|SSH; stata|Stata; stylus|Stylus|styl;
surrealql|SurrealQL|surql; svelte|Svelte; swift|Swift|swiftui; system-verilog|SystemVerilog; systemd|systemd;
talonscript|TalonScript|talon; tasl|Tasl; tcl|Tcl; templ|Templ; terraform|Terraform|tf|tfvars|opentofu; tex|TeX;
toml|TOML; ts-tags|TypeScript with Tags|lit; tsv|TSV; tsx|TSX; turtle|Turtle; twig|Twig;
typescript|TypeScript|ts|cts|mts; typespec|TypeSpec|tsp; typst|Typst|typ; v|V; vala|Vala;
vb|Visual Basic|vbnet|vb.net; verilog|Verilog; vhdl|VHDL; viml|Vim|vim|vimscript|vimrc; vue|Vue; vue-html|Vue HTML;
vue-vine|Vue Vine; vyper|Vyper|vy; wasm|WebAssembly|wat; wenyan|Wenyan|文言; wgsl|WGSL;
wikitext|Wikitext|mediawiki|wiki; wit|WebAssembly Interface Types; wolfram|Wolfram|wl;
xml|XML|svg|rss|atom|plist|xaml|csproj; xsl|XSL; yaml|YAML|yml|k8s|kubernetes|helm|ansible|openapi|swagger;
zenscript|ZenScript; zig|Zig`;

interface Entry extends CodeLanguage {
  readonly names: readonly string[];
}

const entries: readonly Entry[] = table.split(/[;\n]+/).flatMap((entry) => {
  const [grammar = '', label = '', ...names] = entry.trim().split('|');
  return grammar === '' ? [] : [{ label, grammar, names: names.length > 0 ? names : [grammar] }];
});

const consoleLabels = new Set(['Console', 'Command Prompt']);

const byName = new Map<string, CodeLanguage>();
for (const { label, grammar, names } of entries) {
  for (const name of [grammar, ...names]) if (!byName.has(name)) byName.set(name, { label, grammar });
}

/** The language that a fence names; letter case does not matter. */
export function findCodeLanguage(name: string): CodeLanguage | undefined {
  return byName.get(name.toLowerCase());
}

/** All names that a fence may have, in lower case. */
export function codeLanguageNames(): readonly string[] {
  return [...byName.keys()];
}

/** The names that are written most, for suggestions: a misspelt one is more probably one of these than a rare one. */
export const frequentCodeNames: readonly string[] = [
  'bash',
  'csharp',
  'css',
  'curl',
  'diff',
  'go',
  'graphql',
  'html',
  'http',
  'java',
  'javascript',
  'json',
  'jsx',
  'kotlin',
  'markdown',
  'php',
  'powershell',
  'python',
  'ruby',
  'rust',
  'shell',
  'sql',
  'swift',
  'text',
  'toml',
  'tsx',
  'typescript',
  'xml',
  'yaml',
];

/** Labels of the languages that use a grammar, each followed by its first name. */
export function codeNamesOf(grammar: string): readonly string[] {
  const own = entries.filter((entry) => entry.grammar === grammar && !consoleLabels.has(entry.label));
  return own.flatMap(({ label, names }) => [label, names[0]!]);
}

/** Whether a name stands for a console: a block that may show prompts of any shell. */
export function isConsoleName(name: string): boolean {
  return consoleLabels.has(findCodeLanguage(name)?.label ?? '');
}
