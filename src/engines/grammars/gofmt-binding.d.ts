// Types for a module of gofmt's package that has no types.

declare module '@wasm-fmt/gofmt/gofmt_binding.js' {
  /** @throws an Error whose message begins with line and column; a WebAssembly.RuntimeError if its memory is corrupt */
  export function format(instance: WebAssembly.Exports, source: string): string;
}
