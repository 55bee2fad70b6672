const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
/** Bytes of the record that ends a ZIP, its comment not counted. */
const endBytes = 22;

/**
 * Bytes that a ZIP says it unpacks to, before any is unpacked: a small file may hold gigabytes. Undefined when it is no whole ZIP; a size over 4 GB, which
 * is told elsewhere, counts as 4 GB.
 */
export function unpackedBytes(zip: Uint8Array): number | undefined {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.byteLength - endBytes;
  while (end >= 0 && view.getUint32(end, true) !== endOfDirectory) {
    end -= 1;
  }
  if (end < 0) {
    return undefined;
  }
  let total = 0;
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (entry + 46 > zip.byteLength || view.getUint32(entry, true) !== directoryEntry) {
      return undefined;
    }
    total += view.getUint32(entry + 24, true);
    entry +=
      46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  }
  return total;
}
