import { describe, expect, test } from 'vitest';
import { followUpJournal } from '../../../domain/follow-up/follow-up-journal.ts';
import { runFollowUpClock } from '../../../domain/follow-up/run-follow-up-clock.ts';
import type { JournalEntry } from '../../../domain/journal/entry.ts';
import { followUpWorld } from './memory-follow-up.ts';
import { paris, person } from './suivi-world.ts';

const sat = '2020-10-03';
const at = paris(sat, '10:00');
const base = { programme: 'suivi', day: sat, time: at };

async function told(...entries: readonly unknown[]) {
  const world = followUpWorld();
  const one = person({ status: 'contact' });
  world.people.set('p1', { ...one, due: one.includedAt });
  await runFollowUpClock({ programme: 'suivi', at: paris(sat, '09:00'), most: 10 }, world.ports);
  const journal = followUpJournal(world.ports.journal, world.ports, () => at);
  await journal.append(entries as readonly JournalEntry[]);
  await journal.append(entries as readonly JournalEntry[]);
  const said = world.entries.map(({ moment = '', change }) => `${moment} ${change.type}`);
  return { world, said, kept: world.people.get('p1') };
}
const questionnaire = (more: object) => ({
  ...{ ...base, kind: 'questionnaire', id: 'q', subject: 'p1', campaign: 'j2', state: 'complete', channel: 'web' },
  ...more,
});
const effect = (name: string, answer: string) => ({ effects: [{ effect: name, question: 'q', answer }] });
const message = (change: object, more: object = {}) => ({
  ...{ ...base, kind: 'message', id: 'm', subject: 'p1', purpose: 'survey', occasion: 'j2', change },
  ...more,
});

describe('the protocol goes on by what the journal is told, once', () => {
  test.each([
    ['ARS-03: answers by web', questionnaire({}), 'j2 done'],
    ['ARS-22: a refusal and its motive', questionnaire(effect('refused', 'mefiance')), 'j2 refused'],
    ['ARS-08: vulnerable, and why', questionnaire(effect('vulnerable', 'logement')), 'j2 vulnerable'],
    ['ARS-10: an SMS that failed for good', message({ type: 'failed', final: true }), 'j2 call-due'],
    ['ARS-10: an SMS of which nobody knows', message({ type: 'undetermined' }), 'j2 call-due'],
    ['ARS-09: an SMS that is impossible', message({ type: 'dropped', reason: 'landline' }), 'j2 call-due'],
  ])('%s', async (_, entry, expected) => {
    const { said } = await told(entry);
    expect(said.filter((one) => one === expected)).toHaveLength(1);
  });

  test.each([
    ['a questionnaire that is not complete', questionnaire({ state: 'partial' })],
    ['an SMS that will be sent again', message({ type: 'failed', final: false })],
    ['one that was taken back', message({ type: 'dropped', reason: 'withdrawn' })],
    ['a reminder that failed', message({ type: 'failed', final: true }, { purpose: 'reminder' })],
    ['a campaign that is no moment', questionnaire({ campaign: 'canicule_20260706T070000Z' })],
    ['somebody who is not followed', questionnaire({ subject: 'p2' })],
  ])('%s changes nothing', async (_, entry) => {
    const { said, kept } = await told(entry);
    expect(said).toEqual(['j2 moment-due']);
    expect(kept?.version).toBe(2);
  });

  test('ARS-21, ARS-28: a cell that was asked to help is said of the person, by its département', async () => {
    const referral = {
      ...base,
      kind: 'referral',
      id: 'r',
      subject: 'p1',
      cell: 'ctai-13',
      campaign: 'j2',
      change: { type: 'created' },
    };
    const { world, said } = await told(referral, { ...referral, subject: 'p2' });
    expect(said).toEqual(['j2 moment-due', 'j2 oriented']);
    expect(world.entries.at(-1)).toMatchObject({ departement: '13', change: { cell: 'ctai-13' } });
  });
});
