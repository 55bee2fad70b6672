import type { CallerTexts } from '../programme/programme.ts';
import type { DefinitionReader } from '../questionnaire/definition-reader.ts';

/** What each text may be filled with. */
const places: Readonly<Record<keyof CallerTexts, readonly string[]>> = {
  welcome: [],
  closedHours: ['hours', 'opening'],
  closedHoliday: ['hours', 'opening', 'label'],
  closedException: ['hours', 'opening', 'label'],
  beforePeriod: ['hours', 'opening'],
  afterPeriod: [],
  webAddress: [],
  callbackConfirmed: [],
  callbackAlready: [],
  callbackImpossible: [],
  waitFirst: [],
  waitUnknown: [],
  waitPosition: ['position', 'wait'],
};

/** Said after each of these. */
const withAddress: readonly (keyof CallerTexts)[] = [
  'closedHours',
  'closedHoliday',
  'closedException',
  'beforePeriod',
  'afterPeriod',
];

/** As long as what fills them may be, said. */
const widest: Readonly<Record<string, string>> = {
  hours: 'du lundi au vendredi, de 7 heures 30 à 16 heures',
  opening: 'jeudi 25 septembre à 7 heures 30',
  label: 'Fête de la citoyenneté',
  position: '12',
  wait: '14 minutes',
};

/** SAMPS-43: a prompt takes at most 15 s; the voice says some 14 characters a second. */
const longestSeconds = 15;
const charactersPerSecond = 14;

/** Texts that callers hear (SAMPS-43), refused when too long once said, or with a place that nothing fills. */
export function readTexts(reader: DefinitionReader, value: unknown): CallerTexts {
  const names = Object.keys(places);
  const given = reader.members(value, 'textes', names);
  const read = (name: keyof CallerTexts) => reader.text(given[name], name, 1000).trim();
  const texts: CallerTexts = {
    welcome: read('welcome'),
    closedHours: read('closedHours'),
    closedHoliday: read('closedHoliday'),
    closedException: read('closedException'),
    beforePeriod: read('beforePeriod'),
    afterPeriod: read('afterPeriod'),
    webAddress: read('webAddress'),
    callbackConfirmed: read('callbackConfirmed'),
    callbackAlready: read('callbackAlready'),
    callbackImpossible: read('callbackImpossible'),
    waitFirst: read('waitFirst'),
    waitUnknown: read('waitUnknown'),
    waitPosition: read('waitPosition'),
  };
  for (const name of Object.keys(places).filter(isText)) {
    check(reader, name, texts);
  }
  return texts;
}

function isText(name: string): name is keyof CallerTexts {
  return name in places;
}

function check(reader: DefinitionReader, name: keyof CallerTexts, texts: CallerTexts): void {
  const text = texts[name];
  const stray = [...text.matchAll(/\{(\w*)\}?/g)].find(([, place = '']) => !places[name].includes(place));
  if (stray !== undefined) {
    const accepted = places[name].map((place) => `{${place}}`).join(', ');
    reader.refuse(name, stray[0], accepted === '' ? 'un texte sans accolade' : accepted);
    return;
  }
  if (/[<>&]/.test(text)) {
    reader.refuse(name, text, 'un texte sans <, > ni &, que la voix ne sait pas dire');
    return;
  }
  const said = text.replaceAll(/\{(\w+)\}/g, (_, place: string) => widest[place] ?? '');
  const whole = withAddress.includes(name) ? `${said} ${texts.webAddress}` : said;
  const seconds = Math.ceil(whole.length / charactersPerSecond);
  if (seconds > longestSeconds) {
    reader.refuse(name, `${seconds} s`, `un message dit en ${longestSeconds} s au plus, l’adresse du site comprise`);
  }
}
