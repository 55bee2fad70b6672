import { describe, expect, it } from 'vitest';
import { checkCells } from '../../../domain/questionnaire/check-cells.ts';
import { checkReferralRules } from '../../../domain/referral/check-referral-rules.ts';
import { onDuty } from '../../../domain/referral/duty-roster.ts';
import { levelsNeeded } from '../../../domain/referral/levels-needed.ts';
import type { Cell, ReferralRules } from '../../../domain/referral/referral-rules.ts';
import { programmes } from '../../../programmes/index.ts';
import { referralRules } from '../../../programmes/reflex/referrals.ts';

const paris = 'Europe/Paris';
const [first] = referralRules.cells;
if (first === undefined) throw new Error('no cell');
const cellWith = (roster: Cell['roster']): Cell => ({ ...first, roster });
const duty = (cell: Cell, at: string) => onDuty(cell, referralRules, paris, at);

describe('REFLEX-19: the duty roster', () => {
  it('says who is on duty by the clock of the programme, night and day, at each edge', () => {
    expect(duty(first, '2026-07-15T05:59:59.999Z')).toEqual(['astreinte-ville', 'sanitaire-responsable']);
    expect(duty(first, '2026-07-15T06:00:00.000Z')).toEqual(['sanitaire-garde', 'sanitaire-responsable']);
    expect(duty(first, '2026-07-15T18:00:00.000Z')).toEqual(['astreinte-ville', 'sanitaire-responsable']);
    expect(duty(first, '2026-07-15T23:30:00.000Z')).toEqual(['astreinte-ville', 'sanitaire-responsable']);
  });

  it('a night shift of Sunday ends on Monday morning, whatever Monday says', () => {
    const night = cellWith({ weekly: [{ weekdays: [7], from: '22:00', to: '06:00', contacts: ['a'] }], dated: [] });
    expect(duty(night, '2026-07-19T21:00:00Z')).toEqual(['a']);
    expect(duty(night, '2026-07-20T03:59:00Z')).toEqual(['a']);
    expect(duty(night, '2026-07-20T04:00:00Z')).toEqual(['superviseur']);
    expect(duty(night, '2026-07-20T21:00:00Z')).toEqual(['superviseur']);
  });

  it('a dated shift replaces the week in its time; the later in the list wins', () => {
    const dated = [
      { from: '2026-07-14T08:00', to: '2026-07-15T08:00', contacts: ['b'] },
      { from: '2026-07-14T12:00', to: '2026-07-14T14:00', contacts: ['c', 'b'] },
    ];
    const cell = cellWith({ ...first.roster, dated });
    expect(duty(cell, '2026-07-14T06:00:00Z')).toEqual(['b']);
    expect(duty(cell, '2026-07-14T11:00:00Z')).toEqual(['c', 'b']);
    expect(duty(cell, '2026-07-14T12:00:00Z')).toEqual(['b']);
    expect(duty(cell, '2026-07-15T06:00:00Z')).toEqual(['sanitaire-garde', 'sanitaire-responsable']);
  });

  it('COMMON-06: the hour that comes twice in October is on duty twice, the one skipped in March is missed by nobody', () => {
    const shift = { weekdays: [7], from: '02:00', to: '03:00', contacts: ['a'] };
    const early = cellWith({ weekly: [shift], dated: [] });
    expect(duty(early, '2026-10-25T00:30:00Z')).toEqual(['a']);
    expect(duty(early, '2026-10-25T01:30:00Z')).toEqual(['a']);
    expect(duty(early, '2026-03-29T01:30:00Z')).toEqual(['superviseur']);
  });
});

describe('COMMON-40: rules of referral', () => {
  const faults = (change: Partial<ReferralRules>, levels = ['vert', 'jaune', 'orange', 'rouge']) =>
    checkReferralRules({ ...referralRules, ...change }, levels);
  const [worst, ...others] = referralRules.levels;
  if (worst === undefined) throw new Error('no level');

  it('of each programme can be published, and know every level and cell of its questionnaires', () => {
    const outbound = Object.values(programmes).flatMap((one) => one.outbound ?? []);
    expect(outbound.length).toBeGreaterThan(0);
    for (const { questionnaires, referralRules: rules } of outbound) {
      if (rules === undefined) continue;
      expect(checkReferralRules(rules, levelsNeeded(questionnaires, rules))).toEqual([]);
      expect(questionnaires.flatMap((one) => checkCells(one, rules))).toEqual([]);
    }
  });

  it.each<[string, Partial<ReferralRules>, string]>([
    [
      'a cell for emergencies that is none',
      { emergency: { ...referralRules.emergency, cell: 'x' } },
      '« x » ; valeurs acceptées : sanitaire',
    ],
    ['a level sent to no cell', { cellOfLevel: { rouge: 'z' } }, '« cellOfLevel.rouge » : « z »'],
    [
      'a level that questionnaires give and rules forget',
      { levels: others.filter(({ code }) => code !== 'rouge') },
      '« rouge » ; valeurs acceptées :',
    ],
    ['two cells of one name', { cells: [...referralRules.cells, first] }, '« sanitaire » deux fois'],
    [
      'a cell whose code cannot be a group',
      { cells: [{ ...first, code: 'Santé' }] },
      '« Santé » ; valeurs acceptées : des lettres minuscules,',
    ],
    [
      'a shift of nobody',
      { cells: [cellWith({ weekly: [{ weekdays: [1], from: '08:00', to: '12:00', contacts: [] }], dated: [] })] },
      'n’a personne',
    ],
    [
      'a shift of a stranger',
      {
        cells: [
          cellWith({ weekly: [], dated: [{ from: '2026-01-01T00:00', to: '2026-01-02T00:00', contacts: ['q'] }] }),
        ],
      },
      '« q » ; valeurs acceptées : sanitaire-garde',
    ],
    [
      'a dated shift that ends before it starts',
      {
        cells: [
          cellWith({
            weekly: [],
            dated: [{ from: '2026-01-02T00:00', to: '2026-01-01T00:00', contacts: ['astreinte-ville'] }],
          }),
        ],
      },
      'un début avant la fin',
    ],
    [
      'a first step that waits',
      { levels: [{ ...worst, steps: worst.steps.slice(1) }, ...others] },
      'croissantes à partir de 0',
    ],
    [
      'a last step that leaves nobody in charge',
      { levels: [{ ...worst, steps: worst.steps.slice(0, 3) }, ...others] },
      'valeur acceptée : supervisor',
    ],
    [
      'a reminder without end',
      { levels: [{ ...worst, repeatMinutes: 0 }, ...others] },
      'valeurs acceptées : plus de 0',
    ],
  ])('are refused with %s', (_what, change, message) => {
    expect(faults(change).join('\n')).toContain(message);
  });
});
