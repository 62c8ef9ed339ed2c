// Names of types that a language keeps for itself: nothing that is documented can have them there, whatever a table
// copied from another language calls it.

import type { LanguageId } from '../model/index.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Words of the wire format (format.md 4.6). */
const wire = words('object array string number integer boolean enum null date any');

const reserved: ReadonlyMap<LanguageId, ReadonlySet<string>> = new Map([
  ['curl', wire],
  ['json', wire],
  ['js', words('any bigint boolean never null number object string symbol undefined unknown void')],
  ['python', words('bool bytes dict float int list object set str tuple')],
  ['ruby', words('false nil true')],
  ['go', words('any bool byte error float32 float64 int int32 int64 rune string uint uint32 uint64')],
  ['php', words('array bool callable float int iterable mixed null object string void')],
  ['java', words('boolean byte char double float int long null short void')],
  ['dotnet', words('bool byte char decimal double dynamic float int long null object short string void')],
]);

/** Whether a name can only be a type of the language itself. Names are compared as written. */
export function isReservedType(name: string, language: LanguageId): boolean {
  return reserved.get(language)?.has(name) ?? false;
}
