import type { Cell, ReferralLevel, ReferralRules } from './referral-rules.ts';

/**
 * Everything wrong with rules that are about to be published: where, the value, what is accepted, in French. Empty = they can be. `levels`: codes of the
 * levels that questionnaires may refer with.
 */
export function checkReferralRules(rules: ReferralRules, levels: readonly string[]): readonly string[] {
  const cells = rules.cells.map(({ code }) => code);
  const known = rules.levels.map(({ code }) => code);
  const isCell = (where: string, value: string) => oneOf(where, value, cells);
  const isLevel = (where: string, value: string) => oneOf(where, value, known);
  return [
    ...repeated('cells', cells),
    ...repeated('levels', known),
    ...levels.flatMap((level) => isLevel('niveau d’un questionnaire', level)),
    ...Object.entries(rules.cellOfLevel).flatMap(([level, cell]) => [
      ...isLevel('cellOfLevel', level),
      ...isCell(`cellOfLevel.${level}`, cell),
    ]),
    ...[rules.emergency, rules.unreachable].flatMap(({ cell, level }) => [
      ...isCell('emergency ou unreachable', cell),
      ...isLevel('emergency ou unreachable', level),
    ]),
    ...rules.cells.flatMap((cell) => [
      ...(cell.ownLevel === undefined ? [] : isLevel(`cells.${cell.code}.ownLevel`, cell.ownLevel)),
      ...faultsOfCell(cell),
    ]),
    ...rules.levels.flatMap(faultsOfLevel),
  ];
}

function faultsOfCell({ code, contacts, roster }: Cell): readonly string[] {
  const known = contacts.map((contact) => contact.code);
  const shifts = [...roster.weekly, ...roster.dated];
  return [
    ...(/^[a-z][a-z0-9-]*$/.test(code)
      ? []
      : [`« cells » : « ${code} » ; valeurs acceptées : des lettres minuscules, des chiffres et des tirets`]),
    ...repeated(`cells.${code}.contacts`, known),
    ...shifts.flatMap((shift) =>
      shift.contacts.length === 0
        ? [`« cells.${code}.roster » : la garde de ${shift.from} n’a personne ; valeur acceptée : au moins un contact`]
        : shift.contacts.flatMap((contact) => oneOf(`cells.${code}.roster`, contact, known)),
    ),
    ...roster.dated
      .filter(({ from, to }) => from >= to)
      .map(
        ({ from, to }) =>
          `« cells.${code}.roster » : une garde datée de ${from} à ${to} ; valeur acceptée : un début avant la fin`,
      ),
  ];
}

function faultsOfLevel(level: ReferralLevel): readonly string[] {
  const { code, steps, repeatMinutes, handleWithinMinutes, groupMinutes = 1 } = level;
  const minutes = steps.map(({ afterMinutes }) => afterMinutes);
  const ascending = minutes.every((at, index) => index === 0 || at > (minutes[index - 1] ?? at));
  return [
    ...(minutes[0] === 0 && ascending
      ? []
      : [
          `« levels.${code}.steps » : après ${minutes.join(', ')} minutes ; valeurs acceptées : croissantes à partir de 0`,
        ]),
    ...(steps.at(-1)?.to === 'supervisor'
      ? []
      : [
          `« levels.${code}.steps » : la dernière va à « ${steps.at(-1)?.to} » ; valeur acceptée : supervisor, à qui revient ce qui reste`,
        ]),
    ...(repeatMinutes > 0 && handleWithinMinutes > 0 && groupMinutes > 0
      ? []
      : [
          `« levels.${code} » : répété après ${repeatMinutes}, traité sous ${handleWithinMinutes} ; valeurs acceptées : plus de 0`,
        ]),
  ];
}

function oneOf(where: string, value: string, accepted: readonly string[]): readonly string[] {
  return accepted.includes(value) ? [] : [`« ${where} » : « ${value} » ; valeurs acceptées : ${accepted.join(', ')}`];
}

function repeated(where: string, values: readonly string[]): readonly string[] {
  const twice = values.filter((value, index) => values.indexOf(value) !== index);
  return twice.map((value) => `« ${where} » : « ${value} » deux fois ; valeur acceptée : une fois`);
}
