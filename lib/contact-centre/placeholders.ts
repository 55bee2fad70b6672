import type { JsonObject } from '../../flow-engine/src/index.ts';
import { FlowFileError, isObject, mapStrings, refused } from './flow-file.ts';

const referenceKinds = ['function', 'queue', 'flow', 'module', 'hours', 'text'] as const;
export type ReferenceKind = (typeof referenceKinds)[number];

/** `{{queue:samps-bourses}}` */
export interface Reference {
  readonly kind: ReferenceKind;
  readonly name: string;
  /** Where it stands in the file's content. */
  readonly place: string;
}

/** A file of `contact-flows/` as far as placeholders go. */
interface WithPlaceholders {
  readonly path: string;
  readonly content: JsonObject;
}

/** The names a programme's flows may use, by kind. */
export type KnownNames = Readonly<Record<ReferenceKind, readonly string[]>>;

const placeholder = /\{\{([a-z]+):([^{}]*)\}\}/g;
const literalArn = /arn:aws[a-z-]*:/;

/**
 * Everything a flow file names. Throws FlowFileError for a literal ARN, which would tie the flow to one account, for a name that does not exist,
 * and for braces that are no placeholder.
 */
export function referencesOf(file: WithPlaceholders, known: KnownNames): readonly Reference[] {
  const references: Reference[] = [];
  mapStrings(file.content, (text, place) => {
    if (literalArn.test(text)) {
      throw refused(file.path, place, text, 'a placeholder such as {{queue:name}}: an ARN belongs to one account');
    }
    for (const [whole, kindText, name] of text.matchAll(placeholder)) {
      const kind = referenceKinds.find((one) => one === kindText);
      if (kind === undefined) {
        throw refused(file.path, place, whole, referenceKinds.map((one) => `{{${one}:…}}`).join(', '));
      }
      if (name === undefined || !known[kind].includes(name)) {
        throw refused(file.path, place, whole, `one of this programme's: ${known[kind].join(', ') || 'none'}`);
      }
      references.push({ kind, name, place });
    }
    if (/\{\{|\}\}/.test(text.replaceAll(placeholder, ''))) {
      throw refused(file.path, place, text, 'placeholders written {{kind:name}}');
    }
    return text;
  });
  return references;
}

/** The content with each placeholder replaced by what `value` answers. Every reference must have passed `referencesOf`. */
export function fillPlaceholders(
  file: WithPlaceholders,
  value: (kind: ReferenceKind, name: string) => string,
): JsonObject {
  const filled = mapStrings(file.content, (text) =>
    text.replaceAll(placeholder, (_, kindText: string, name: string) => {
      const kind = referenceKinds.find((one) => one === kindText);
      if (kind === undefined) {
        throw new FlowFileError(`${file.path}: {{${kindText}:${name}}} has not been checked`);
      }
      return value(kind, name);
    }),
  );
  if (!isObject(filled)) {
    throw new FlowFileError(`${file.path}: the content is no longer an object`);
  }
  return filled;
}
