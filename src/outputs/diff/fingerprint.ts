// A text → a short name of it. Equal texts have equal names on every machine, since approvals are kept in files.

/**
 * Sixteen hexadecimal digits: two independent hashes of 32 bits (FNV-1a with a final mix). The first digit is a letter,
 * so that YAML does not read a fingerprint as a number.
 */
export function fingerprintOf(text: string): string {
  const digits = hash(text, 0x81_1c_9d_c5) + hash(text, 0x9e_37_79_b9);
  return 'abcdef'[Number.parseInt(digits[0]!, 16) % 6]! + digits.slice(1);
}

function hash(text: string, seed: number): string {
  let value = seed;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    value = Math.imul(value ^ (code & 0xff), 0x01_00_01_93);
    value = Math.imul(value ^ (code >> 8), 0x01_00_01_93);
  }
  value ^= value >>> 16;
  value = Math.imul(value, 0x85_eb_ca_6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2_b2_ae_35);
  value ^= value >>> 16;
  return (value >>> 0).toString(16).padStart(8, '0');
}
