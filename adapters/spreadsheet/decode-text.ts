/**
 * The text of a file, whatever program wrote it: UTF-8 with or without its mark, UTF-16 of either order, or else Windows-1252, which French Excel
 * writes. Undefined when it is no text.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const sample = bytes.subarray(0, 4_000);
  if ((first === 0xff && second === 0xfe) || mostlyZero(sample, 1)) {
    return new TextDecoder('utf-16le').decode(bytes);
  }
  if ((first === 0xfe && second === 0xff) || mostlyZero(sample, 0)) {
    return new TextDecoder('utf-16be').decode(bytes);
  }
  if (sample.includes(0)) {
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Latin letters in UTF-16 have every other byte zero. */
function mostlyZero(sample: Uint8Array, parity: 0 | 1): boolean {
  const half = sample.filter((_, index) => index % 2 === parity);
  return half.length > 4 && half.filter((byte) => byte === 0).length > half.length * 0.7;
}
