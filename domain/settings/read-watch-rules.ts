import { contactSides, type WatchRule, watchCodes } from '../../contracts/watch.ts';
import type { DefinitionReader } from '../questionnaire/definition-reader.ts';

const day = 24 * 60;

/** The rules of what is watched (COMMON-44), all of those that the programme has: one that is not wanted is off. */
export function readWatchRules(
  reader: DefinitionReader,
  value: unknown,
  current: readonly WatchRule[],
): readonly WatchRule[] {
  const rules = reader.list(value, 'règles', (one, place) => readRule(reader, one, place));
  const codes = rules.map(({ code }) => code);
  const known = current.map(({ code }) => code);
  if (reader.faults.length === 0 && [...codes].sort().join() !== [...known].sort().join()) {
    reader.refuse('règles', codes, `chacune de ${known.join(', ')}, une seule fois`);
  }
  return rules;
}

function readRule(reader: DefinitionReader, value: unknown, place: string): WatchRule {
  const names = ['code', 'on', 'above', 'until', 'lastsMinutes', 'least', 'told', 'reminderHours'];
  const given = reader.members(value, place, names);
  const code = reader.oneOf(given['code'], `${place}.code`, watchCodes, 'waiting');
  const above = readNumber(reader, given['above'], `${code}.above`);
  const until = readNumber(reader, given['until'], `${code}.until`);
  if (until > above) {
    reader.refuse(
      `${code}.until`,
      until,
      `au plus ${above}, le seuil de début : sinon l’alerte commencerait et finirait sans cesse`,
    );
  }
  return {
    code,
    on: reader.flag(given['on'], `${code}.on`),
    ...{ above, until },
    lastsMinutes: reader.whole(given['lastsMinutes'], `${code}.lastsMinutes`, day),
    ...(given['least'] === undefined ? {} : { least: reader.whole(given['least'], `${code}.least`, 10_000) }),
    told: [
      ...new Set(
        reader.list(given['told'], `${code}.told`, (side, at) => reader.oneOf(side, at, contactSides, 'house'), 0),
      ),
    ],
    reminderHours: reader.whole(given['reminderHours'], `${code}.reminderHours`, 24),
  };
}

function readNumber(reader: DefinitionReader, value: unknown, place: string): number {
  if (typeof value === 'number' && value >= -100 && value <= 100_000) {
    return value;
  }
  reader.refuse(place, value, 'un nombre, de -100 à 100000');
  return 0;
}
