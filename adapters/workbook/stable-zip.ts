const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
/** 1 January 1980, 00:00: the earliest date a ZIP can hold. */
const dosDate = 0x0021;

/**
 * Sets the date of every file inside a ZIP to a constant: exceljs stamps them with the clock, which alone would make two writings of one report
 * differ (COMMON-30). Changes `zip` in place. Throws when it is not a ZIP.
 */
export function stabiliseZip(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== endOfDirectory) {
    end -= 1;
  }
  if (end < 0) {
    throw new Error(`${zip.byteLength} bytes are not a ZIP file: no end of central directory`);
  }
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(entry, true) !== directoryEntry) {
      throw new Error(`Byte ${entry} of the ZIP is not a directory entry`);
    }
    const local = view.getUint32(entry + 42, true);
    for (const stamp of [entry + 12, local + 10]) {
      view.setUint16(stamp, 0, true);
      view.setUint16(stamp + 2, dosDate, true);
    }
    entry +=
      46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  }
  return zip;
}
