import { describe, expect, it } from 'vitest';
import type { RecipientEntry } from '../../../domain/campaign/campaign-entry.ts';
import { acknowledgeReferral, closeReferral } from '../../../domain/referral/answer-referral.ts';
import { createReferrals, type ReferralOrder, referEmergency } from '../../../domain/referral/create-referrals.ts';
import { referralState } from '../../../domain/referral/referral-state.ts';
import { runReferralClock } from '../../../domain/referral/run-referral-clock.ts';
import { searchingJournal } from '../../../domain/referral/searching-journal.ts';
import { referralRules } from '../../../programmes/reflex/referrals.ts';
import { minute, type ReferralWorld, referralWorld } from './referral-world.ts';

const order: ReferralOrder = {
  programme: 'p',
  subject: 'r1',
  campaign: 'canicule',
  cycle: '3',
  contactId: 'c1',
  causeId: 'questionnaire#c1',
  level: 'orange',
  score: 24,
  reasons: [
    { cell: 'sociale', reason: 'SEUL' },
    { cell: 'fraicheur', reason: 'CHAUD' },
    { cell: 'sociale', reason: 'SANS_VISITE' },
  ],
  at: minute(0),
};
const { level: _level, reasons: _reasons, score: _score, ...bare } = order;
const key = { cell: 'sanitaire', referralId: 'canicule_3_r1_sanitaire_c1' };

async function tick(world: ReferralWorld, from: number, to: number): Promise<void> {
  for (let at = from; at <= to; at += 1) await runReferralClock('p', minute(at), world.ports);
}

function changes(world: ReferralWorld) {
  return world.journal
    .all()
    .flatMap((entry) =>
      entry.kind === 'referral'
        ? [[(Date.parse(entry.time) - Date.parse(minute(0))) / 60_000, entry.change.type] as const]
        : [],
    );
}

describe('REFLEX-18: referrals', () => {
  it('go one to each cell, with all its reasons, told at once to who is on duty', async () => {
    const world = referralWorld();
    const created = await createReferrals(order, world.ports);
    expect(created).toEqual([
      { referralId: 'canicule_3_r1_fraicheur_c1', cell: 'fraicheur', level: 'orange' },
      { referralId: 'canicule_3_r1_sociale_c1', cell: 'sociale', level: 'orange' },
    ]);
    expect(world.told.map(({ cell, contact }) => [cell, contact])).toEqual([
      ['fraicheur', 'fraicheur-garde'],
      ['sociale', 'sociale-garde'],
    ]);
    expect(world.told[1]?.text).toContain('https://exemple.fr/signalements/p/sociale');
    expect(
      world.journal.all().filter((entry) => entry.kind === 'referral' && entry.change.type === 'created'),
    ).toMatchObject([
      { cell: 'fraicheur', subject: 'r1', cycle: '3', level: 'orange', reasons: ['CHAUD'], change: { score: 24 } },
      { cell: 'sociale', reasons: ['SANS_VISITE', 'SEUL'] },
    ]);
  });

  it('asked twice are one, told once', async () => {
    const world = referralWorld();
    await createReferrals(order, world.ports);
    await createReferrals({ ...order, at: minute(1) }, world.ports);
    expect(world.told).toHaveLength(2);
    expect(world.journal.all()).toHaveLength(4);
  });

  it('of a level that no answer explains go to the cell of that level; of a mild level to nobody', async () => {
    const world = referralWorld();
    expect(await createReferrals({ ...order, level: 'rouge', reasons: [] }, world.ports)).toMatchObject([
      { cell: 'sanitaire', level: 'rouge' },
    ]);
    expect(await createReferrals({ ...order, level: 'jaune', reasons: [] }, world.ports)).toEqual([]);
  });

  it('to mend the file are never urgent, and do not stand for the help that a grave level asks', async () => {
    const world = referralWorld();
    const reasons = [{ cell: 'fichier', reason: 'COORDONNEES' }];
    expect(await createReferrals({ ...order, level: 'rouge', reasons }, world.ports)).toMatchObject([
      { cell: 'sanitaire', level: 'rouge' },
      { cell: 'fichier', level: 'courant' },
    ]);
  });

  it('to a cell that the rules no longer have go where emergencies go, not nowhere', async () => {
    const world = referralWorld();
    const reasons = [{ cell: 'disparue', reason: 'SEUL' }];
    expect(await createReferrals({ ...order, reasons }, world.ports)).toMatchObject([{ cell: 'sanitaire' }]);
  });
});

describe('REFLEX-19: acknowledgement, reminders, escalation', () => {
  it('an emergency is reminded at 10 and 20 minutes, handed on at 30, then to the supervisor, again and again', async () => {
    const world = referralWorld();
    await referEmergency(bare, world.ports);
    await tick(world, 1, 110);
    expect(changes(world)).toEqual([
      [0, 'created'],
      [0, 'notified'],
      [10, 'reminded'],
      [20, 'reminded'],
      [30, 'escalated'],
      [45, 'escalated'],
      [75, 'reminded'],
      [105, 'reminded'],
    ]);
    expect(world.told.map(({ contact }) => contact)).toEqual([
      ...Array(3).fill('sanitaire-garde'),
      'sanitaire-responsable',
      ...Array(3).fill('superviseur'),
    ]);
  });

  it('acknowledged in time, nobody is reminded until its time to act is over; closed, never', async () => {
    const world = referralWorld();
    await referEmergency(bare, world.ports);
    await acknowledgeReferral(key, { programme: 'p', by: 'ana', at: minute(5) }, world.ports);
    await acknowledgeReferral(key, { programme: 'p', by: 'bob', at: minute(6) }, world.ports);
    await tick(world, 1, 95);
    expect(changes(world).slice(2)).toEqual([
      [5, 'acknowledged'],
      [60, 'reminded'],
      [90, 'reminded'],
    ]);
    const closed = await closeReferral(
      key,
      'SECOURS_ENVOYES',
      { programme: 'p', by: 'ana', at: minute(96) },
      world.ports,
    );
    expect(closed?.due).toBeUndefined();
    expect(
      referralState(closed?.facts ?? { causes: [], tellings: [], acknowledgements: [], closings: [] }, referralRules),
    ).toMatchObject({
      state: 'closed',
      acknowledged: { by: 'ana', at: minute(5) },
      closed: { by: 'ana', outcome: 'SECOURS_ENVOYES' },
    });
    await tick(world, 97, 200);
    expect(world.told).toHaveLength(3);
  });

  it('a graver cause after the acknowledgement must be acknowledged again', async () => {
    const world = referralWorld();
    await createReferrals({ ...order, reasons: [{ cell: 'sanitaire', reason: 'MAL' }] }, world.ports);
    await acknowledgeReferral(key, { programme: 'p', by: 'ana', at: minute(2) }, world.ports);
    await referEmergency({ ...bare, causeId: 'emergency#c1', at: minute(3) }, world.ports);
    await tick(world, 4, 13);
    expect(changes(world)).toEqual([
      [0, 'created'],
      [0, 'notified'],
      [2, 'acknowledged'],
      [3, 'created'],
      [3, 'notified'],
      [13, 'reminded'],
    ]);
  });

  it('after an outage the latest step alone is told', async () => {
    const world = referralWorld();
    await referEmergency(bare, world.ports);
    await tick(world, 33, 33);
    expect(changes(world).slice(2)).toEqual([[33, 'escalated']]);
  });

  it('an unknown referral is unknown, in another cell as well', async () => {
    const world = referralWorld();
    await referEmergency(bare, world.ports);
    const scope = { programme: 'p', by: 'ana', at: minute(1) };
    expect(await acknowledgeReferral({ ...key, cell: 'sociale' }, scope, world.ports)).toBeUndefined();
    expect(await closeReferral({ ...key, referralId: 'x' }, 'SANS_SUITE', scope, world.ports)).toBeUndefined();
  });
});

describe('REFLEX-20: the emergency button', () => {
  it('makes the gravest referral at once, and the questionnaire of the same call joins it', async () => {
    const world = referralWorld();
    expect(await referEmergency({ ...bare, causeId: 'emergency#c1' }, world.ports)).toEqual([
      { referralId: key.referralId, cell: 'sanitaire', level: 'urgence' },
    ]);
    await createReferrals(
      { ...order, level: 'rouge', at: minute(1), reasons: [{ cell: 'sanitaire', reason: 'MAL' }] },
      world.ports,
    );
    const item = await world.referrals.read('p', key);
    expect(item && referralState(item.facts, referralRules)).toMatchObject({
      state: 'new',
      level: 'urgence',
      reasons: ['Urgence vitale signalée pendant l’appel', 'MAL'],
    });
    expect(world.told).toHaveLength(1);
  });

  it('is kept when its notice cannot leave, and the clock tells within the minute', async () => {
    const world = referralWorld();
    // write, tell: the second call fails.
    Object.assign(world.fault, { crashAt: 2 });
    const [created] = await referEmergency(bare, world.ports);
    expect(created?.delayedBy).toBeInstanceOf(Error);
    expect(world.told).toHaveLength(0);
    await tick(world, 1, 1);
    expect(world.told).toHaveLength(1);
    expect(changes(world)).toEqual([
      [0, 'created'],
      [0, 'notified'],
    ]);
  });
});

describe('REFLEX-11: an exercise', () => {
  it('is said in every message', async () => {
    const world = referralWorld();
    await referEmergency({ ...bare, campaign: 'caniculedrill_20260706T070000Z' }, world.ports);
    expect(world.told.map(({ title }) => title)).toEqual(['EXERCICE – Signalement – Urgence – Cellule sanitaire']);
  });
});

describe('REFLEX-21: the unreachable', () => {
  const closed = (
    recipientId: string,
    state: 'unreachable' | 'deadline' | 'refused',
    campaign = 'canicule_x',
  ): RecipientEntry => ({
    kind: 'recipient',
    programme: 'p',
    day: '2026-07-15',
    time: minute(3),
    id: `recipient#${recipientId}#closed`,
    campaign,
    cycle: 3,
    recipientId,
    change: { type: 'closed', state, riskRank: 7 },
  });
  const search = (world: ReferralWorld) =>
    searchingJournal(world.journal, world.ports, ({ delayedBy }) => {
      throw delayedBy;
    });

  it('are referred once a cycle to those who search, with their risk, when the journal is told', async () => {
    const world = referralWorld();
    await search(world).append([closed('r1', 'unreachable'), closed('r2', 'refused'), closed('r3', 'deadline')]);
    await search(world).append([closed('r1', 'unreachable')]);
    const open = await world.referrals.open('p', 'recherches');
    expect(open.map(({ subject }) => [subject.subject, subject.riskRank, subject.cycle])).toEqual([
      ['r1', 7, '3'],
      ['r3', 7, '3'],
    ]);
    expect(world.journal.all()).toHaveLength(5);
  });

  it('of an exercise are searched for by nobody', async () => {
    const world = referralWorld();
    await search(world).append([closed('r1', 'unreachable', 'caniculedrill_20260706T070000Z')]);
    expect(await world.referrals.open('p', 'recherches')).toEqual([]);
  });

  it('are told together at the full hour, one message for each contact, and reminded together', async () => {
    const world = referralWorld();
    for (const id of ['r1', 'r2', 'r3']) await search(world).append([closed(id, 'unreachable')]);
    await tick(world, 1, 59);
    expect(world.told).toEqual([]);
    await tick(world, 60, 310);
    expect(world.told.map(({ title, contact }) => [title, contact])).toEqual([
      ['Signalement – Recherche – Cellule recherches (3)', 'recherches-garde'],
      ['Relance – Recherche – Cellule recherches (3)', 'recherches-garde'],
    ]);
    expect(world.told[0]?.text).toContain('3 nouveaux signalements attendent « Cellule recherches ».');
    const notified = world.journal
      .all()
      .filter((entry) => entry.kind === 'referral' && entry.change.type === 'notified');
    expect(notified).toHaveLength(3);
  });

  it('whose common message cannot leave are all told at the next tick', async () => {
    const world = referralWorld();
    for (const id of ['r1', 'r2']) await search(world).append([closed(id, 'unreachable')]);
    const notices = { tell: async () => Promise.reject(new Error('SNS is away')) };
    await expect(runReferralClock('p', minute(60), { ...world.ports, notices })).rejects.toThrow('SNS is away');
    await tick(world, 61, 61);
    expect(world.told.map(({ title }) => title)).toEqual(['Signalement – Recherche – Cellule recherches (2)']);
    expect(changes(world).filter(([, type]) => type === 'notified')).toEqual([
      [60, 'notified'],
      [60, 'notified'],
    ]);
  });
});
