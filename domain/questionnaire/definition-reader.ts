import type { Fault } from './fault.ts';

export type Members = Readonly<Record<string, unknown>>;

/** Reads members of a JSON definition and collects what is wrong, each fault with its place, so that an author sees them all at once. */
export class DefinitionReader {
  readonly faults: Fault[] = [];

  refuse(place: string, value: unknown, accepted: string): void {
    const found = value === undefined ? 'manque' : `vaut ${shown(value)}`;
    this.faults.push({
      reason: 'form',
      place,
      text: `« ${place} » ${found} ; valeur acceptée : ${accepted}.`,
    });
  }

  /** The members of an object; refuses those that are not among `names`, which are typing mistakes. */
  members(value: unknown, place: string, names: readonly string[]): Members {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.refuse(place, value, `un objet avec ${names.join(', ')}`);
      return {};
    }
    const members: Members = Object.fromEntries(Object.entries(value));
    for (const name of Object.keys(members)) {
      if (!names.includes(name)) {
        this.refuse(
          place === '' ? name : `${place}.${name}`,
          members[name],
          `aucune : les membres sont ${names.join(', ')}`,
        );
      }
    }
    return members;
  }

  text(value: unknown, place: string, longest = 400): string {
    if (typeof value === 'string' && value.trim() !== '' && value.length <= longest) {
      return value;
    }
    this.refuse(place, value, `un texte de 1 à ${longest} caractères`);
    return '';
  }

  /** What is kept and compared: it also names attributes and fields of forms. */
  code(value: unknown, place: string): string {
    if (typeof value === 'string' && /^[A-Za-z0-9-]{1,40}$/.test(value)) {
      return value;
    }
    this.refuse(place, value, 'un code de lettres sans accent, chiffres et tirets, 40 au plus');
    return '';
  }

  /** The code of a cell, in which one answer may stand for a part. */
  cell(value: unknown, place: string): string {
    if (typeof value === 'string' && /^[A-Za-z0-9-]*(\{[A-Za-z0-9-]+\})?[A-Za-z0-9-]*$/.test(value) && value !== '') {
      return value;
    }
    this.refuse(place, value, 'le code d’une cellule, où {question} tient la place d’une réponse');
    return '';
  }

  whole(value: unknown, place: string, most = 1000): number {
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most) {
      return value;
    }
    this.refuse(place, value, `un nombre entier de 0 à ${most}`);
    return 0;
  }

  flag(value: unknown, place: string): boolean {
    if (value !== undefined && typeof value !== 'boolean') {
      this.refuse(place, value, 'true ou false');
    }
    return value === true;
  }

  oneOf<Word extends string>(value: unknown, place: string, words: readonly Word[], fallback: Word): Word {
    const found = words.find((word) => word === value);
    if (found === undefined) {
      this.refuse(place, value, words.join(', '));
    }
    return found ?? fallback;
  }

  list<T>(value: unknown, place: string, read: (one: unknown, place: string) => T, least = 1): readonly T[] {
    if (!Array.isArray(value) || value.length < least) {
      this.refuse(place, value, least === 0 ? 'une liste' : `une liste d’au moins ${least}`);
      return [];
    }
    return value.map((one, index) => read(one, `${place}[${index}]`));
  }
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
