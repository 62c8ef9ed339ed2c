// Objects of which some properties are known, and the others are made when they are read.

/** Thrown if something is needed that was not kept: the whole site then has to be compiled. */
export class NotKept extends Error {
  override readonly name = 'NotKept';
}

/**
 * An object with the properties of `make`'s result, which is made when a property is read that is not in `known`.
 * @param known properties that are equal to those of the result; it may have getters
 */
export function lazy<T extends object>(known: Partial<T>, make: () => T): T {
  let made: T | undefined;
  const whole = (): T => (made ??= make());
  return new Proxy(known as T, {
    get: (target, key) => (key in target ? Reflect.get(target, key) : Reflect.get(whole(), key)) as unknown,
    has: (target, key) => key in target || key in whole(),
    ownKeys: () => Reflect.ownKeys(whole()),
    getOwnPropertyDescriptor: (_target, key) => {
      const found = Reflect.getOwnPropertyDescriptor(whole(), key);
      return found && { ...found, configurable: true };
    },
  });
}

/** A map with known keys, whose values are made when they are asked for. */
export class LazyMap<K, V> implements ReadonlyMap<K, V> {
  readonly #keys: ReadonlySet<K>;
  readonly #make: (key: K) => V;
  readonly #made = new Map<K, V>();

  /** @param keys in the order of the map */
  constructor(keys: Iterable<K>, make: (key: K) => V) {
    this.#keys = new Set(keys);
    this.#make = make;
  }

  get size(): number {
    return this.#keys.size;
  }

  has(key: K): boolean {
    return this.#keys.has(key);
  }

  get(key: K): V | undefined {
    const known = this.#made.get(key);
    if (known !== undefined || !this.#keys.has(key)) return known;
    const made = this.#make(key);
    this.#made.set(key, made);
    return made;
  }

  keys(): SetIterator<K> {
    return this.#keys.keys() as SetIterator<K>;
  }

  *entries(): Generator<[K, V], undefined> {
    for (const key of this.#keys) yield [key, this.get(key)!];
  }

  *values(): Generator<V, undefined> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): Generator<[K, V], undefined> {
    return this.entries();
  }

  forEach(visit: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }
}
