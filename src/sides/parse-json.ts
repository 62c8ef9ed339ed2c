/** What a JSON text says. Undefined for `null` and for a text that is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) ?? undefined;
  } catch {
    return undefined;
  }
}
