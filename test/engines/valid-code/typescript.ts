// Valid TypeScript code, with new and unusual syntax.

export const typescript: readonly string[] = [
  'class A { constructor(@Inject(B) private readonly b: B, @Optional() c?: C) {} }',
  "export class Ctl { @Get(':id') find(@Param('id') id: string, @Body() body: Dto) { return id; } }",
  'function f<const T extends readonly unknown[]>(x: T): T { return x; }',
  'const x = { a: 1 } satisfies Record<string, number>;',
  'using f = open(); await using g = openAsync();',
  "import data from './x.json' with { type: 'json' };",
  "import type { A } from './a'; import { type B, C } from './b'; export type { A }; export " +
    "type * from './c'; export * as ns from './d';",
  'enum E { A = 1, B = A << 1 } declare enum F { X } const enum G { Y }',
  'abstract class A { abstract x: number; protected abstract f(): void; accessor y = 1; static ' +
    '{ init(); } #p = 1; has(o: object) { return #p in o; } }',
  'type T = `${string}-${number}`; type U<T> = T extends infer V extends string ? V : never;',
  "declare global { interface Window { x: number } } declare module 'x' { export const a: number; }",
  'function assertIsString(val: any): asserts val is string {}',
  'let v = <any>x; let w = x as const; let y = x!; y!.z;',
  'function over(a: string): void; function over(a: number): void; function over(a: any) {}',
  'type G = { readonly [K in keyof T as `get${K}`]?: T[K] }; type M = { -readonly [K in keyof T]-?: T[K] };',
  'const f = async <T,>(x: T): Promise<T> => x;',
  'class P<in out T> {} interface I { new (x: number): I; (x: string): void; get a(): number; set a(v: number); }',
  'let a: [first: string, second?: number, ...rest: boolean[]];',
  'export = foo; ',
  "import fs = require('fs');",
  'namespace A.B { export const x = 1; }',
  'const r = obj?.a?.[0]?.(); a ??= b; a ||= c; a &&= d; const n = 1_000n;',
  '@sealed class X { @observable accessor v = 1; @log() m() {} }',
  "@Component({ selector: 'x' }) export class Y {}",
  'export @dec class Z {}',
  "let u: unique symbol; let i: abstract new () => object; type Q = typeof import('./x');",
  'label: for (const x of y) { continue label; }',
  'await foo(); for await (const x of list()) {}',
  "const e = new Error('x', { cause: y }); try { } catch { }",
  "type A = Foo<string>['bar']; const z = f<string>; new Map<string, Array<number>>();",
  'return 1;',
  'const a = 1; const a = 2;',
  'const { a = 1, ...rest } = b;',
  'if (x) return; else throw y;',
  'let re = /[\\p{L}--[a-z]]/v; let d = /(?<year>\\d{4})/d;',
  "const s = `a${b ? `c${d}` : 'e'}`;",
  "import defer * as ns from './x';",
  "import source wasm from './x.wasm';",
  'export default interface A {}',
  'export default abstract class B {}',
  'type X = (typeof arr)[number];',
  'function f(this: Window, ...args: number[]) {}',
  'const x = <const T,>(v: T) => v;',
  'class A { constructor(readonly x: number, public y?: string) { super(); } }',
  "client.get('/x', (req: Request, res: Response): void => { res.send(1); });",
  "const enum A { B = 'x' } export enum C {}",
  "@Controller('x')\nexport class XController {\n" +
    '  constructor(@Inject(TOKEN) private readonly x: X, private readonly y: Y) {}\n\n  @Post()\n' +
    '  @HttpCode(201)\n' +
    '  async create(@Body() dto: CreateDto, @Req() req: Request): Promise<void> {\n' +
    '    await this.x.create(dto);\n  }\n}',
  "@Injectable({ providedIn: 'root' })\nexport class S {\n" +
    '  @Input({ required: true }) name!: string;\n' +
    '  @Output() change = new EventEmitter<string>();\n' +
    "  @HostListener('click', ['$event']) onClick(e: Event) {}\n}",
  "@Entity()\nexport class User {\n  @PrimaryGeneratedColumn('uuid') id: string;\n" +
    '  @OneToMany(() => Post, (p) => p.user) posts: Post[];\n}',
  "import type { LoaderFunctionArgs } from 'react-router';\n" +
    'export async function loader({ params }: LoaderFunctionArgs) { return { id: params.id! }; }',
  'const client = new Client({ apiKey: process.env.KEY! });\n' +
    'for await (const p of client.parcels.list({ limit: 1 })) console.log(p satisfies Parcel);',
  'export const GET = async (req: Request, { params }: { params: Promise<{ id: string }> }) => ' +
    'Response.json(await params);',
];
