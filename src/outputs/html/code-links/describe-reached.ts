// The words of a code → everything of the reference that its links can reach. A link follows a name of the code to a
// method or type, and from there names of the code to members. So whatever has another name does not matter.

import type { CodeTarget, Members } from './documented-members.ts';
import type { LanguageNames } from './documented-names.ts';

/**
 * Describes what the links of a code can reach.
 * @param words all words of the code, and possibly more
 * @param names of the language of the code; absent if only members of its value link
 * @param root members of the value of the whole code
 */
export function describeReached(
  words: ReadonlySet<string>,
  names: LanguageNames | undefined,
  root: Members | undefined,
): string {
  const description = new Description(words);
  if (names !== undefined) {
    for (const word of words) {
      for (const name of names.byKey.get(word) ?? []) {
        description.add(JSON.stringify([word, name.kind, name.home, name.before?.source]));
        description.addTarget(name.target);
        description.addMembers(name.inside());
        description.addMembers(name.result());
      }
    }
  }
  description.addMembers(root);
  return description.text;
}

class Description {
  text = '';
  readonly #words: ReadonlySet<string>;
  /** Members that are described, with their numbers: types refer to each other. */
  readonly #known = new Map<Members, number>();

  constructor(words: ReadonlySet<string>) {
    this.#words = words;
  }

  add(part: string): void {
    this.text += `${part}\n`;
  }

  addTarget(target: CodeTarget | undefined): void {
    this.add(target === undefined ? '-' : `${target.route}#${target.anchor}`);
  }

  addMembers(members: Members | undefined): void {
    if (members === undefined) return this.add('-');
    const known = this.#known.get(members);
    if (known !== undefined) return this.add(String(known));
    this.#known.set(members, this.#known.size);
    this.add('{');
    for (const [name, member] of members) {
      if (!this.#words.has(name)) continue;
      this.add(name);
      this.addTarget(member.target);
      this.addMembers(member.value());
      this.addMembers(member.element());
    }
    this.add('}');
  }
}
