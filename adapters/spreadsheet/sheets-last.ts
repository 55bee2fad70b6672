const endSignature = 0x06054b50;
const headerSignature = 0x02014b50;
/** The end record, and the longest comment after it. */
const longestEnd = 22 + 0xffff;

interface Part {
  readonly name: string;
  readonly offset: number;
}

/**
 * The same workbook with its sheets after all that they are read with. Excel writes it so, other programs do not: exceljs then puts each sheet in a file of the
 * system's temporary folder until the rest came, where people's data would lie, and at times loses what came meanwhile. What is no plain zip is given back as it is,
 * for the reader to refuse.
 */
export function sheetsLast(bytes: Uint8Array): Uint8Array {
  const zip = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(zip);
  if (end === undefined) {
    return bytes;
  }
  const directory = zip.getUint32(end + 16, true);
  const parts = partsOf(bytes, zip, directory, zip.getUint16(end + 10, true));
  if (parts === undefined) {
    return bytes;
  }
  const placed = [...parts].sort((one, other) => one.offset - other.offset);
  const slices = placed.map(({ name, offset }, at) => ({
    isSheet: /^xl\/worksheets\/[^/]+$/.test(name),
    content: bytes.subarray(offset, placed[at + 1]?.offset ?? directory),
  }));
  const ordered = [...slices.filter(({ isSheet }) => !isSheet), ...slices.filter(({ isSheet }) => isSheet)];
  return Buffer.concat([...ordered.map(({ content }) => content), bytes.subarray(directory)]);
}

/** Where the end record is; undefined when there is none, or when offsets are in the longer one of 64 bits. */
function endOf(zip: DataView): number | undefined {
  const first = Math.max(0, zip.byteLength - longestEnd);
  for (let at = zip.byteLength - 22; at >= first; at -= 1) {
    if (zip.getUint32(at, true) === endSignature) {
      const isLong = zip.getUint16(at + 10, true) === 0xffff || zip.getUint32(at + 16, true) === 0xffffffff;
      return isLong || zip.getUint32(at + 16, true) > at ? undefined : at;
    }
  }
  return undefined;
}

function partsOf(bytes: Uint8Array, zip: DataView, directory: number, count: number): readonly Part[] | undefined {
  const parts: Part[] = [];
  let at = directory;
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > zip.byteLength || zip.getUint32(at, true) !== headerSignature) {
      return undefined;
    }
    const nameLength = zip.getUint16(at + 28, true);
    const name = Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString('utf8');
    const offset = zip.getUint32(at + 42, true);
    if (offset >= directory) {
      return undefined;
    }
    parts.push({ name, offset });
    at += 46 + nameLength + zip.getUint16(at + 30, true) + zip.getUint16(at + 32, true);
  }
  return parts;
}
