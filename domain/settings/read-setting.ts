import type { SettingCode } from '../../contracts/settings.ts';
import { readNamedContacts } from '../contact/read-contacts.ts';
import type { ContentOf } from '../content/content.ts';
import type { CallbackPolicy, MotiveDefinition } from '../programme/programme.ts';
import { DefinitionReader } from '../questionnaire/definition-reader.ts';
import { readExceptions, readHours } from './read-calendar.ts';
import { readTexts } from './read-texts.ts';
import { readWatchRules } from './read-watch-rules.ts';

/** What is in force, by kind, for what changes only in part. */
export interface CurrentContent {
  readonly calendar: ContentOf['calendar'];
  readonly motives: ContentOf['motives'];
  readonly callbackPolicy: ContentOf['callbackPolicy'];
  readonly watchRules: ContentOf['watchRules'];
}

/** The content that a change makes, or everything wrong with it, in French. `at`: ISO instant. */
export function readSetting(
  code: SettingCode,
  value: unknown,
  current: CurrentContent,
  at: string,
): { readonly value: unknown } | { readonly faults: readonly string[] } {
  const reader = new DefinitionReader();
  const read = readOf(reader, code, value, current, at);
  return reader.faults.length > 0 ? { faults: reader.faults.map(({ text }) => text) } : { value: read };
}

function readOf(
  reader: DefinitionReader,
  code: SettingCode,
  value: unknown,
  current: CurrentContent,
  at: string,
): unknown {
  switch (code) {
    case 'texts':
      return readTexts(reader, value);
    case 'motives':
      return readMotives(reader, value, current.motives);
    case 'objectives':
      return readObjectives(reader, value);
    case 'callbackPolicy':
      return readCallbackPolicy(reader, value, current.callbackPolicy);
    case 'hours':
      return readHours(reader, value, current.calendar, at);
    case 'exceptions':
      return readExceptions(reader, value, current.calendar, at);
    case 'contacts':
      return readNamedContacts(reader, value);
    case 'watchRules':
      return readWatchRules(reader, value, current.watchRules);
  }
}

/** SAMPS-19: motives are added and renamed; none is taken away, since calls and reports name them. */
function readMotives(
  reader: DefinitionReader,
  value: unknown,
  current: readonly MotiveDefinition[],
): readonly MotiveDefinition[] {
  const motives = reader.list(value, 'motifs', (one, place) => {
    const given = reader.members(one, place, ['code', 'label']);
    if (typeof given['code'] !== 'string' || !/^[A-Z][A-Z0-9_]{1,39}$/.test(given['code'])) {
      reader.refuse(`${place}.code`, given['code'], 'de 2 à 40 lettres majuscules sans accent, chiffres et _');
    }
    return { code: String(given['code']), label: reader.text(given['label'], `${place}.label`, 80).trim() };
  });
  const codes = motives.map(({ code }) => code);
  const lost = current.filter(({ code }) => !codes.includes(code)).map(({ code }) => code);
  if (lost.length > 0) {
    reader.refuse('motifs', codes, `une liste avec aussi ${lost.join(', ')}, que des appels déjà notés nomment`);
  }
  if (new Set(codes).size !== codes.length) {
    reader.refuse('motifs', codes, 'chaque code une seule fois');
  }
  return motives;
}

function readObjectives(reader: DefinitionReader, value: unknown): ContentOf['objectives'] {
  const { answerRate } = reader.members(value, 'objectif', ['answerRate']);
  if (typeof answerRate === 'number' && answerRate > 0 && answerRate <= 1) {
    return { answerRate };
  }
  reader.refuse('answerRate', answerRate, 'un nombre de 0 à 1, tel que 0.8 pour 80 %');
  return { answerRate: 1 };
}

/** SAMPS-04, A-03. The rings and hours at which people may be called are not changed here. */
function readCallbackPolicy(reader: DefinitionReader, value: unknown, current: CallbackPolicy): CallbackPolicy {
  const names = ['maxAttempts', 'minimumGapMinutes', 'deadlineOpenDays', 'owedFirst'] as const;
  const given = reader.members(value, 'rappels', names);
  const [maxAttempts = 0, minimumGapMinutes = 0, deadlineOpenDays = 0] = [
    reader.whole(given['maxAttempts'], 'maxAttempts', 10),
    reader.whole(given['minimumGapMinutes'], 'minimumGapMinutes', 24 * 60),
    reader.whole(given['deadlineOpenDays'], 'deadlineOpenDays', 10),
  ];
  if (maxAttempts === 0) {
    reader.refuse('maxAttempts', maxAttempts, 'au moins 1 : chaque appel sans réponse est rappelé (SAMPS-04)');
  }
  if (minimumGapMinutes < 15) {
    reader.refuse('minimumGapMinutes', minimumGapMinutes, 'au moins 15 minutes entre deux essais');
  }
  // Not said = as it is.
  const priority = given['owedFirst'] === undefined ? {} : { owedFirst: reader.flag(given['owedFirst'], 'owedFirst') };
  return { ...current, maxAttempts, minimumGapMinutes, deadlineOpenDays, ...priority };
}
