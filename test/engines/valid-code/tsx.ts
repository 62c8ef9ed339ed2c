// Valid TSX code, with new and unusual syntax.

export const tsx: readonly string[] = [
  "'use client';\nexport default function P<T extends object>({ items }: { items: T[] }) {\n" +
    '  const [s, setS] = useState<string | null>(null);\n' +
    "  return <ul>{items.map((i, k) => <li key={k} onClick={() => setS('a')}>it&apos;s {s ?? " +
    "'x'}</li>)}</ul>;\n}",
  'const f = <T,>(x: T) => <A<T> x={x} />;',
];
