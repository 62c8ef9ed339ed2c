// The part of gofmt's package that has no types of its own.

declare module '@wasm-fmt/gofmt/gofmt_binding.js' {
  /** @throws an Error whose message begins with line and column; a WebAssembly.RuntimeError where its memory is spoilt */
  export function format(instance: WebAssembly.Exports, source: string): string;
}
