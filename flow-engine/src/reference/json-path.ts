/** A parsed reference such as `$.External.order.id` or `$.Attributes['my key']`. */
export interface JsonPath {
  readonly text: string;
  /** At least one segment: the namespace (`External`) or a system attribute (`ContactId`). */
  readonly segments: readonly string[];
}

// Names stop at anything else, so "Bonjour $.Attributes.nom, bienvenue" ends at the comma. A hyphen counts only between name characters.
const namePattern = /[\p{L}\p{N}_]+(?:-+[\p{L}\p{N}_]+)*/uy;
const bracketPattern = /\.?\[\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(\d+))\s*\]/uy;
const rootPattern = /\$\.(?=[\p{L}_[])/uy;

/** Namespaces whose keys cannot contain a dot: what follows the key is text, so "$.Attributes.nom.Bienvenue" reads `nom`. */
const singleKeyNamespaces = new Set(['Attributes', 'FlowAttributes', 'Tags']);

const matchAt = (pattern: RegExp, text: string, index: number): RegExpExecArray | null => {
  pattern.lastIndex = index;
  return pattern.exec(text);
};

/** Reads the longest reference starting at `start`; undefined when there is none. The end of a token followed by punctuation is UNCONFIRMED live. */
export const readJsonPath = (text: string, start = 0): { path: JsonPath; end: number } | undefined => {
  if (matchAt(rootPattern, text, start) === null) return undefined;
  const segments: string[] = [];
  let index = start + 1;
  for (;;) {
    if (segments.length === 2 && singleKeyNamespaces.has(segments[0] ?? '')) break;
    const bracket = matchAt(bracketPattern, text, index);
    if (bracket !== null) {
      const quoted = bracket[1] ?? bracket[2];
      segments.push(quoted === undefined ? (bracket[3] ?? '') : quoted.replace(/\\(.)/gu, '$1'));
      index = bracketPattern.lastIndex;
      continue;
    }
    const name = text[index] === '.' ? matchAt(namePattern, text, index + 1) : null;
    if (name === null) break;
    segments.push(name[0]);
    index = namePattern.lastIndex;
  }
  return segments.length === 0 ? undefined : { path: { text: text.slice(start, index), segments }, end: index };
};

/** The whole text as one reference, as identifiers such as `QueueId` require; undefined when it is anything else. */
export const parseJsonPath = (text: string): JsonPath | undefined => {
  const trimmed = text.trim();
  const read = readJsonPath(trimmed);
  return read !== undefined && read.end === trimmed.length ? read.path : undefined;
};
