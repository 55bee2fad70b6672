import { createContext, runInContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAlert, type TypedAlert } from '../../../domain/alert/alert-form.ts';
import { alertTemplate, nameInTexts, stopEnding } from '../../../domain/alert/alert-text.ts';
import { chooseRecipients } from '../../../domain/alert/choose-recipients.ts';
import { judgeMass, reasonFault } from '../../../domain/alert/mass-guard.ts';
import { previewAlert, previewText } from '../../../domain/alert/preview-alert.ts';
import { readSchedule } from '../../../domain/alert/read-schedule.ts';
import type { Member } from '../../../domain/member/member.ts';
import { alertCounterScript } from '../../../pages/alertes/alert-counter-script.ts';
import { alertes } from '../../../programmes/alertes/programme.ts';

const { alerts, messages, calendar } = alertes;
if (alerts === undefined || messages === undefined) {
  throw new Error('The programme has no alerts');
}
const { messageRules: rules } = messages;
const zone = calendar.timeZone;
/** Monday, 10:00 in Paris. */
const now = '2026-11-23T09:00:00.000Z';
const choice = { groups: ['g1'], day: '2026-11-23', senders: rules.senders, calendar };

function member(memberId: string, more: Partial<Member> = {}): Member {
  const written = { createdAt: now, createdBy: 'n', changedAt: now, changedBy: 'n', version: 1 };
  const consent = { change: 'given', at: now, by: 'n', channel: 'agent', textVersion: 'v1' } as const;
  const phone = { e164: '+33612345678', kind: 'mobile' } as const;
  return { memberId, lastName: 'DUPONT', firstName: 'Marie', groups: ['g1'], phone, consent, ...written, ...more };
}

describe('the moment of a sending', () => {
  const read = (day: string, time: string, fold?: 'first' | 'second') =>
    readSchedule({ day, time, ...(fold && { fold }) }, now, zone);

  it.each([
    ['24/11/2026', '9h30', '2026-11-24T08:30:00.000Z'],
    ['2026-11-24', '09:30', '2026-11-24T08:30:00.000Z'],
    ['23/11/2026', '10:01', '2026-11-23T09:01:00.000Z'],
    ['29/03/2027', '3 h', '2027-03-29T01:00:00.000Z'],
  ])('ALERTES-06: %s %s is read by the clock of Paris', (day, time, at) => {
    expect(read(day, time)).toEqual({ type: 'at', at });
  });

  it.each([
    ['23/11/2026', '10:00', 'time', /est passé : il est 10:00/],
    ['22/11/2026', '18:00', 'day', /est passé/],
    ['28/03/2027', '02:30', 'time', /n’existe pas : les horloges avancent/],
    ['31/11/2026', '10:00', 'day', /n’existe pas dans le calendrier/],
    ['', '10:00', 'day', /refusé/],
    ['24/11/2026', '25:00', 'time', /refusée/],
    ['24/11/2026', '', 'time', /refusée/],
    ['24/12/2028', '10:00', 'day', /plus d’un an/],
  ])('ALERTES-19: %s %s is refused, and says why', (day, time, field, problem) => {
    expect(read(day, time)).toMatchObject({ type: 'problem', field, problem: expect.stringMatching(problem) });
  });

  it('ALERTES-06: an hour that exists twice is asked about, and each answer is its own instant', () => {
    const [first, second] = ['2027-10-31T00:30:00.000Z', '2027-10-31T01:30:00.000Z'];
    const earlier = '2027-10-01T09:00:00.000Z';
    const fold = (which?: 'first' | 'second') =>
      readSchedule({ day: '31/10/2027', time: '02:30', ...(which && { fold: which }) }, earlier, zone);
    expect(fold()).toEqual({ type: 'twice', first, second });
    expect(fold('first')).toEqual({ type: 'at', at: first });
    expect(fold('second')).toEqual({ type: 'at', at: second });
  });
});

describe('what is written', () => {
  const ground = {
    groups: [{ groupId: 'g1', name: 'rsa', createdAt: now, createdBy: 'n' }],
    ...{ categories: alerts.categories, rules, structureName: 'L’Arbrisseau', now, timeZone: zone },
  };
  const typed: TypedAlert = {
    ...{ title: 'Sortie', category: 'culture', text: 'Bonjour', groups: ['g1'], when: 'now', day: '', time: '' },
  };

  it('ALERTES-07: the title is not in the SMS, which ends by the link that stops', () => {
    const checked = checkAlert({ ...typed, title: ' Sortie   au parc ' }, ground);
    expect(checked).toMatchObject({ draft: { title: 'Sortie au parc', text: 'Bonjour' } });
    expect(alertTemplate('a', 'Bonjour', 'X').text).toBe(`Bonjour${stopEnding}`);
  });

  it.each<[Partial<TypedAlert>, string, RegExp]>([
    [{ title: ' ' }, 'title', /Donnez un titre/],
    [{ title: 'x'.repeat(81) }, 'title', /81 caractères/],
    [{ category: 'autre' }, 'category', /dans la liste/],
    [{ text: '  ' }, 'text', /Écrivez/],
    [{ text: 'Bonjour {prénom}' }, 'text', /« \{prénom\} » n’est pas un champ ; acceptés : \{prenom\}/],
    [{ text: 'Bonjour {prenom' }, 'text', /« \{prenom » n’est pas un champ/],
    [{ text: 'a'.repeat(400) }, 'text', /peut prendre 4 SMS/],
    [{ text: 'Répondez à ce SMS' }, 'text', /ne reçoit pas de réponse/],
    [{ groups: [] }, 'groups', /au moins un groupe/],
    [{ groups: ['g1', 'parti'] }, 'groups', /n’existe plus/],
    [{ when: 'later', day: '01/01/2026', time: '10:00' }, 'day', /passé/],
  ])('ALERTES-06: %j is refused beside its field', (more, field, problem) => {
    const checked = checkAlert({ ...typed, ...more }, ground);
    expect(checked).toMatchObject({ faults: { [field]: [expect.stringMatching(problem)] } });
  });

  it('COMMON-33: the count while typing is the count of the server, whatever is typed', () => {
    const context = createContext({ globalThis: {} as { countAlert?: unknown } });
    runInContext(alertCounterScript.replaceAll('globalThis', 'this.globalThis'), context);
    const data = { structure: nameInTexts('Centre social « L’Œuf »'), ending: stopEnding, link: '80', price: '0.0742' };
    const pieces = [
      '{prenom}',
      '{structure}',
      '{date_rdv}',
      '{nom}',
      'é',
      'ê',
      '€',
      '🎉',
      '\r\n',
      ' ',
      'a',
      'Bonjour',
      '[',
      '’',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 120 }), (words) => {
        const text = words.join('');
        fc.pre(text.trim() !== '');
        context['typed'] = text;
        context['data'] = data;
        const counted: unknown = runInContext('JSON.stringify(this.globalThis.countAlert(typed, data))', context);
        const { parts, left, foreign } = previewText(text, data.structure, { ...rules, linkLength: 80 }).longest;
        expect(JSON.parse(String(counted))).toEqual({ parts, left, foreign });
      }),
      { numRuns: 150 },
    );
  });
});

describe('who is chosen', () => {
  it('ALERTES-23, ALERTES-27, ALERTES-32: each once, one SMS a number, and a reason for everybody else', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }), (order) => {
        const all = [
          member('mere', { birthDate: '1985-01-01', groups: ['g1', 'g2'] }),
          member('fille', { birthDate: '2015-01-01' }),
          member('fixe', { phone: { e164: '+33320123456', kind: 'fixed' } }),
          member('belge', { phone: { e164: '+32470123456', kind: 'mobile' } }),
          member('mere', { birthDate: '1985-01-01', groups: ['g1', 'g2'] }),
          { ...member('muet'), consent: undefined } as unknown as Member,
          member('parti', {
            consent: { change: 'withdrawn', at: now, by: 'member', channel: 'web', textVersion: '1' },
          }),
        ];
        const lines = chooseRecipients(
          order.flatMap((at) => all[at] ?? []),
          choice,
        );
        expect(Object.fromEntries(lines.map(({ memberId, skip }) => [memberId, skip]))).toEqual({
          ...{ mere: undefined, fille: 'same-number', fixe: 'landline', belge: 'no-sender' },
          ...{ muet: 'no-consent', parti: 'stopped' },
        });
        expect(lines.find(({ memberId }) => memberId === 'mere')).toMatchObject({ groups: ['g1'], band: '26-59' });
      }),
      { numRuns: 20 },
    );
  });

  it('ALERTES-06: a text that says a date goes to each of those who have one, on the same telephone too', () => {
    const dates = new Map([
      ['a', '03/12 à 9h30'],
      ['b', '04/12'],
    ]);
    const lines = chooseRecipients([member('a'), member('b'), member('c')], { ...choice, dates });
    expect(lines.map(({ memberId, skip, date }) => [memberId, skip, date])).toEqual([
      ['a', undefined, '03/12 à 9h30'],
      ['b', undefined, '04/12'],
      ['c', 'no-date', undefined],
    ]);
  });

  it('COMMON-33: the preview counts the parts of each name exactly, and shows three', () => {
    const members = ['Bao', 'Jérôme', 'Ève', 'Marie'].map((firstName, at) =>
      member(`m${at}`, { firstName, phone: { e164: `+3361234560${at}`, kind: 'mobile' } }),
    );
    const lines = chooseRecipients(members, choice);
    const order = { text: 'Bonjour {prenom}, sortie samedi.', structureName: 'X', rules };
    const preview = previewAlert(order, lines, new Map(members.map((one) => [one.memberId, one])));
    // « ô » and « È » are not of GSM-7: those two texts are longer.
    expect(preview).toMatchObject({ recipients: 4, parts: 1 + 2 + 2 + 1, dollars: 0.4452, skipped: {} });
    expect(preview.examples).toHaveLength(3);
  });

  it.each([
    [{ targeted: 10, members: 100, chosenGroups: 1, groups: 4 }, 'targeted'],
    [{ targeted: 40, members: 100, chosenGroups: 1, groups: 4 }, 'many'],
    [{ targeted: 60, members: 100, chosenGroups: 1, groups: 4 }, 'many'],
    [{ targeted: 61, members: 100, chosenGroups: 1, groups: 4 }, 'mass'],
    [{ targeted: 10, members: 100, chosenGroups: 4, groups: 4 }, 'mass'],
    [{ targeted: 10, members: 100, chosenGroups: 1, groups: 1 }, 'targeted'],
    [{ targeted: 0, members: 0, chosenGroups: 2, groups: 2 }, 'targeted'],
  ])('ALERTES-28: %j is %s', (facts, type) => {
    expect(judgeMass(facts, 0.6).type).toBe(type);
  });

  it('ALERTES-28: a reason is words', () => {
    expect(reasonFault('Fermeture du centre')).toBeUndefined();
    expect(reasonFault('aaaaaaaaaaaaaaa')).toMatch(/trop court/);
    expect(reasonFault('')).toMatch(/trop court/);
    expect(reasonFault('mot '.repeat(200))).toMatch(/accepté : 300/);
  });
});
