// Public interface of `languages`: the facts about each language and each kind of code.

export { frequentCodeNames, httpLanguage, languages, wireLanguage } from './catalogue.ts';
export {
  codeLanguageNames,
  codeNamesOf,
  findCodeLanguage,
  isConsoleName,
  type CodeLanguage,
} from './code-languages.ts';
export { commentSyntaxOf } from './comment-syntax.ts';
export {
  consolePrompts,
  factsOf,
  findByExtension,
  findLanguage,
  grammarOf,
  idMeant,
  nameFactsOf,
  ownerOfExtension,
  promptsOf,
} from './find-language.ts';
export { isHttpVerb } from './http-verbs.ts';
export { joinWords } from './join-words.ts';
export type { Casing, DraftFacts, LanguageFacts, NameFacts } from './language-facts.ts';
export type {
  Frame,
  Gap,
  LexicalSyntax,
  LiteralRules,
  NamePlaces,
  SampleGrammar,
  StringSyntax,
} from './sample-grammar.ts';
export { findCurlCommands } from './shell/find-curl-commands.ts';
export { hole, readCurl, type CurlAddress, type CurlCommand, type CurlOption } from './shell/read-curl.ts';
export { readPieces } from './shell/read-pieces.ts';
export {
  joinPieces,
  placeOf,
  plainText,
  type ShellCommand,
  type ShellPiece,
  type ShellText,
  type ShellWord,
} from './shell/shell-words.ts';
