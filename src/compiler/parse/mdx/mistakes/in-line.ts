// Text of a body inside a message.

export function inLine(written: string): string {
  return written.length > 60 || /[\r\n`]/.test(written)
    ? `${written.replace(/[\r\n`][^]*/, '').slice(0, 40)}…`
    : written;
}
