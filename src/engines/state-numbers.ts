// States of a TextMate grammar → numbers: equal states have the same number.

import type { StateStack } from 'shiki/textmate';

/** The scopes of a state: the newest, and those around it. */
interface Scopes {
  readonly parent: Scopes | null;
  readonly scopePath: { readonly scopeName: string };
  readonly tokenAttributes: number;
}

/** A state as the grammar reads it: an open rule, and the state around it. Its type declares only a part of this. */
interface State {
  readonly parent: State | null;
  readonly ruleId: unknown;
  readonly beginRuleCapturedEOL: boolean;
  readonly endRule: string | null;
  readonly nameScopesList: Scopes | null;
  readonly contentNameScopesList: Scopes | null;
}

/** Numbers states. The result for a line depends on nothing else. */
export class StateNumbers {
  readonly #byObject = new WeakMap<object, number>();
  readonly #byKey = new Map<string, number>();

  numberOf(state: StateStack): number {
    return this.#ofState(state as unknown as State);
  }

  #ofState(state: State | null): number {
    if (state === null) return 0;
    return (
      this.#byObject.get(state) ??
      this.#number(state, [
        this.#ofState(state.parent),
        state.ruleId,
        state.beginRuleCapturedEOL,
        state.endRule,
        this.#ofScopes(state.nameScopesList),
        this.#ofScopes(state.contentNameScopesList),
      ])
    );
  }

  #ofScopes(scopes: Scopes | null): number {
    if (scopes === null) return 0;
    return (
      this.#byObject.get(scopes) ??
      this.#number(scopes, [this.#ofScopes(scopes.parent), scopes.scopePath.scopeName, scopes.tokenAttributes])
    );
  }

  #number(object: object, parts: readonly unknown[]): number {
    const key = JSON.stringify(parts);
    const number = this.#byKey.get(key) ?? this.#byKey.size + 1;
    this.#byKey.set(key, number);
    this.#byObject.set(object, number);
    return number;
  }
}
