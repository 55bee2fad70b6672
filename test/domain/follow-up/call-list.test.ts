import { describe, expect, test } from 'vitest';
import { addDays } from '../../../domain/calendar/local-time.ts';
import { isOpenDay, nextOpenDay, previousOpenDay } from '../../../domain/calendar/opening.ts';
import { callList } from '../../../domain/follow-up/call-list.ts';
import { changeFollowed } from '../../../domain/follow-up/change-followed.ts';
import type { FollowedPerson } from '../../../domain/follow-up/followed-person.ts';
import { resultsOf, resultsText } from '../../../domain/follow-up/results.ts';
import { runFollowUpClock } from '../../../domain/follow-up/run-follow-up-clock.ts';
import { callPriority, protocol } from '../../../programmes/suivi/protocol.ts';
import { type FollowUpWorld, followUpWorld } from './memory-follow-up.ts';
import { calendar, paris, person } from './suivi-world.ts';

/** 500 people whose day, kind and answers follow from their rank. */
const people = 500;
const firstDay = '2020-10-05';
const answersByWeb = (index: number) => index % 3 === 0;
const isCase = (index: number) => index % 2 === 0;
const anchorOf = (index: number) => addDays(firstDay, (index % 5) - 2);

async function lived(): Promise<FollowUpWorld> {
  const world = followUpWorld();
  for (let index = 0; index < people; index += 1) {
    const facts: Partial<FollowedPerson> = {
      recipientId: `p${String(index).padStart(3, '0')}`,
      status: isCase(index) ? 'case' : 'contact',
      anchor: anchorOf(index),
      includedAt: paris(addDays(firstDay, -2), '08:00'),
    };
    const one = person(facts);
    world.people.set(one.recipientId, { ...one, due: one.includedAt });
  }
  for (let day = addDays(firstDay, -2); day <= addDays(firstDay, 12); day = addDays(day, 1)) {
    const tick = async (time: string) =>
      await runFollowUpClock({ programme: 'suivi', at: paris(day, time), most: 1_000 }, world.ports);
    await tick('09:00');
    for (const id of world.texts.keys()) world.ends.set(id, 'sent');
    for (const one of [...world.people.values()]) {
      const index = Number(one.recipientId.slice(1));
      const [moment] =
        Object.entries(one.moments).find(([, facts]) => facts.openedAt !== undefined && facts.closed === undefined) ??
        [];
      if (moment !== undefined && answersByWeb(index)) {
        const at = paris(day, '10:00');
        const answer = { type: 'answered', moment, channel: 'web', at } as const;
        await changeFollowed({ programme: 'suivi', recipientId: one.recipientId, at }, [answer], world.ports);
      }
    }
    await tick('13:00');
    // Everyone who is called answers at once.
    for (const [key, call] of world.calls) {
      const [moment = '', recipientId = ''] = key.split(' ');
      if (world.people.get(recipientId)?.moments[moment]?.callEnd === undefined && !world.withdrawn.has(key)) {
        const at = paris(day, '14:00');
        const ended = { type: 'call-ended', moment, state: 'useful', attempted: true, at } as const;
        await changeFollowed({ programme: 'suivi', recipientId, at }, [ended], world.ports);
        world.calls.set(key, { ...call, attempted: true, closed: { state: 'useful', at } });
      }
    }
  }
  return world;
}

describe('ARS-05: who to call and which call', () => {
  test('500 people over ten days: the list of each day is the one computed by hand', async () => {
    const world = await lived();
    for (let day = firstDay; day <= addDays(firstDay, 9); day = addDays(day, 1)) {
      const days = [previousOpenDay(calendar, day), day];
      const entries = world.entries.filter((entry) => days.includes(entry.day));
      const listed = callList(day, entries, protocol, callPriority).map(
        ({ recipientId, callType, state }) => `${recipientId} ${callType} ${state}`,
      );
      expect(listed.sort(), day).toEqual(byHand(day));
    }
  });

  test('ARS-14: results, a line a person and moment, safe for spreadsheets', async () => {
    const world = await lived();
    const lines = resultsOf(world.entries, protocol);
    expect(lines).toHaveLength(people * 2);
    expect(new Set(lines.map(({ outcome }) => outcome))).toEqual(new Set(['Fait']));
    expect(lines.filter(({ channel }) => channel === 'Web')).toHaveLength(334);
    const text = resultsText([{ ...(lines[0] as (typeof lines)[number]), motive: '=HYPERLINK("x")' }]);
    expect(text.split('\r\n')[0]).toBe(
      '\ufeffPersonne;Statut;Département;Moment;Type de contact;Échéance;Issue;Date de l’issue;Canal;Tentatives d’appel;Vulnérabilité;Orientations;Motif',
    );
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
  });
});

/** Without the protocol: who does not answer by web is called on the day of their moment, or on the first open day after. */
function byHand(day: string): readonly string[] {
  const lines: string[] = [];
  for (let index = 0; index < people; index += 1) {
    for (const [offset, kind] of [
      [2, '1er contact'],
      [isCase(index) ? 9 : 7, '2e prise de contact'],
    ] as const) {
      const due = addDays(anchorOf(index), offset);
      const called = isOpenDay(calendar, due) ? due : nextOpenDay(calendar, due);
      if (!answersByWeb(index) && called === day) lines.push(`p${String(index).padStart(3, '0')} ${kind} done`);
    }
  }
  return lines.sort();
}
