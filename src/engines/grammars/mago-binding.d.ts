// Types for a module of Mago's package that has no types.

declare module '@wasm-fmt/mago_fmt/mago_fmt_bg.js' {
  /** Sets the instance that all other functions work with. */
  export function __wbg_set_wasm(exports: WebAssembly.Exports): void;
  /**
   * @throws a string that names the fault and its offset in UTF-8 bytes; a WebAssembly.RuntimeError if its memory is
   * corrupt
   */
  export function format_with_version(code: string, version: string, file: string): string;
}
