import { describe, expect, it } from 'vitest';
import { medianDelay } from '../../../domain/dashboard/dashboard-figures.ts';
import { at, callDue, dashboardOf, dial, monday, tuesday } from './follow-up-day.ts';
import { twoDays } from './two-days.ts';

describe('the dashboard of two days', () => {
  it('ARS-23, ARS-24, ARS-25, ARS-26, ARS-28, ARS-29, ARS-31, ARS-32: counts Monday as it was', () => {
    const { total, types, statuses, departements, refusals, abandons, notTested } = dashboardOf(monday, twoDays);
    const { answerDelays, ...counts } = total;
    expect(counts).toEqual({
      due: 4,
      notDone: 1,
      carried: 0,
      attempts: 4,
      contacted: 2,
      talks: 2,
      talkSeconds: 300,
      vulnerableByCall: 0,
      vulnerableByWeb: 1,
      vulnerableByList: 1,
      orientedByCall: 0,
      orientedByWeb: 1,
      secondAttempts: 1,
      smsReminders: 1,
      abandons: 0,
      cut: 0,
      refusals: 1,
      notTested: 1,
      sms: 5,
      delivered: 4,
      failed: 1,
      undetermined: 1,
      dropped: 1,
      surveys: 5,
      extra: {},
    });
    expect(answerDelays.toSorted((a, b) => a - b)).toEqual([30 * 60, 180 * 60]);
    expect(medianDelay(total)).toBe(30 * 60);
    const cells = (rows: typeof types) => rows.map(({ label, figures: f }) => [label, f.due, f.attempts, f.sms]);
    expect(cells(types)).toEqual([
      ['J2', 2, 2, 4],
      ['J4', 0, 0, 0],
      ['J7', 2, 2, 1],
      ['J9', 0, 0, 0],
      // Included, and vulnerable by the list.
      ['Hors contact prévu', 0, 0, 0],
    ]);
    expect(cells(statuses)).toEqual([
      ['Malade', 1, 1, 3],
      ['Cas contact', 3, 3, 1],
      ['Statut inconnu', 0, 0, 1],
    ]);
    expect(cells(departements)).toEqual([
      ['Alpes-de-Haute-Provence', 0, 0, 0],
      ['Hautes-Alpes', 1, 0, 0],
      ['Alpes-Maritimes', 0, 0, 0],
      ['Bouches-du-Rhône', 1, 1, 1],
      ['Var', 1, 2, 1],
      ['Vaucluse', 1, 1, 2],
      // p06k, of whom the follow-up says nothing that day.
      ['Hors région', 0, 0, 1],
    ]);
    expect(refusals.filter(({ count }) => count > 0)).toEqual([{ code: 'mefiance', label: 'Méfiance', count: 1 }]);
    expect(abandons.every(({ count }) => count === 0)).toBe(true);
    expect(notTested).toEqual([{ recipientId: 'p83k', departement: '83', since: at(monday, '11:34') }]);
  });

  it('ARS-23, ARS-30, A-24: counts on Tuesday who was put off, and second calls carried over, and not who answered meanwhile', () => {
    const { total, types, abandons } = dashboardOf(tuesday, twoDays);
    expect(total).toMatchObject({ due: 2, notDone: 0, carried: 1, attempts: 2, contacted: 1, cut: 1, abandons: 1 });
    expect(total).toMatchObject({ talks: 1, talkSeconds: 100, secondAttempts: 1, sms: 0 });
    expect(types.map(({ label, figures }) => [label, figures.abandons])).toEqual([
      ['J2', 0],
      ['J4', 0],
      ['J7', 0],
      ['J9', 0],
      ['Hors contact prévu', 1],
    ]);
    expect(abandons.find(({ code }) => code === 'injoignable')).toMatchObject({ label: 'Injoignable', count: 1 });
  });

  it('ARS-27: gives the third contact of who was not tested its place among J7', () => {
    const third = [
      callDue(tuesday, '13:00', 'p83k', 'j7bis'),
      ...dial(tuesday, '13:30', 'p83k', 'j7bis', { disposition: 'complete', talk: 60 }),
    ];
    const { types } = dashboardOf(tuesday, third);
    expect(types.map(({ label, figures }) => [label, figures.due, figures.talkSeconds])).toEqual([
      ['J2', 0, 0],
      ['J4', 0, 0],
      ['J7', 1, 60],
      ['J9', 0, 0],
    ]);
  });

  it('ARS-33: adds an indicator by configuration, a count or a rate', () => {
    const rules = {
      supportCell: 'ctai',
      indicators: [
        {
          code: 'logement',
          label: 'Difficultés de logement',
          definition: 'Questionnaires qui disent une difficulté de logement.',
          count: { fact: 'questionnaire', question: 'vulnerabilite', answer: ['logement'], people: true },
        },
        {
          code: 'web',
          label: 'Part du web',
          definition: 'Questionnaires complets par le web ÷ questionnaires complets.',
          count: { fact: 'questionnaire', channel: 'web' },
          of: { fact: 'questionnaire' },
        },
        {
          code: 'muets',
          label: 'Sans réponse',
          definition: 'Appels J2 ou J7 sans réponse.',
          count: { fact: 'attempt', disposition: ['no-answer', 'voicemail'], moment: ['j7'] },
        },
      ],
    } as const;
    const { total } = dashboardOf(monday, twoDays, rules);
    expect(total.extra).toEqual({
      logement: { count: 1, of: 0 },
      web: { count: 2, of: 3 },
      muets: { count: 1, of: 0 },
    });
  });
});
