import { describe, expect, test } from 'vitest';
import { changeFollowed } from '../../../domain/follow-up/change-followed.ts';
import type { FollowedPerson } from '../../../domain/follow-up/followed-person.ts';
import type { Fact } from '../../../domain/follow-up/learn.ts';
import { runFollowUpClock } from '../../../domain/follow-up/run-follow-up-clock.ts';
import { followUpWorld } from './memory-follow-up.ts';
import { paris, person } from './suivi-world.ts';

/** Saturday 3 October 2020 is J2, Saturday 10 is J9. */
const sat = '2020-10-03';

function life(facts: Partial<FollowedPerson> = {}) {
  const world = followUpWorld();
  const one = person(facts);
  world.people.set(one.recipientId, { ...one, due: one.includedAt });
  const tick = async (day: string, time: string) =>
    await runFollowUpClock({ programme: 'suivi', at: paris(day, time), most: 100 }, world.ports);
  const learns = async (day: string, time: string, ...told: readonly Fact[]) =>
    await changeFollowed({ programme: 'suivi', recipientId: 'p1', at: paris(day, time) }, told, world.ports);
  const said = (day?: string) =>
    world.entries
      .filter((entry) => day === undefined || entry.day === day)
      .map(({ moment = '', change }) =>
        [moment, change.type, 'reason' in change ? change.reason : 'motive' in change ? change.motive : '']
          .filter((part) => part !== '')
          .join(' '),
      );
  return { world, tick, learns, said };
}
const at = (time: string, day = sat) => paris(day, time);

describe('ARS-01, ARS-09: an SMS first, always', () => {
  test('the SMS at nine, the call at thirteen for who has not answered (ARS-06, A-26)', async () => {
    const { world, tick, said } = life();
    await tick(sat, '08:59');
    expect(world.texts.size).toBe(0);
    await tick(sat, '09:00');
    expect([...world.texts.values()]).toMatchObject([
      { id: 'survey-j2-p1', template: 'suivi-j2', notAfter: at('13:00'), linkUntil: paris('2020-10-06', '00:00') },
    ]);
    world.ends.set('survey-j2-p1', 'sent');
    await tick(sat, '12:59');
    expect(world.calls.size).toBe(0);
    await tick(sat, '13:00');
    expect([...world.calls.values()]).toMatchObject([{ moment: 'j2', from: at('13:00') }]);
    expect(said(sat)).toEqual(['j2 moment-due', 'j2 call-due no-answer']);
  });

  test('no call while the SMS has not left, even after the cut-off; it is asked again', async () => {
    const { world, tick } = life();
    await tick(sat, '09:00');
    await tick(sat, '13:00');
    expect(world.calls.size).toBe(0);
    await tick(sat, '13:10');
    world.ends.set('survey-j2-p1', 'sent');
    await tick(sat, '13:15');
    expect(world.calls.size).toBe(1);
  });

  test.each([
    ['ARS-10: not delivered', 'failed', 'sms-failed'],
    ['A-26: a landline', 'landline', 'landline'],
  ] as const)('%s: called at once', async (_, state, reason) => {
    const { world, tick, learns, said } = life();
    await tick(sat, '09:00');
    await learns(sat, '09:12', { type: 'message', moment: 'j2', state, at: at('09:12') });
    expect([...world.calls.values()]).toMatchObject([{ from: at('09:12') }]);
    expect(said(sat)).toContain(`j2 call-due ${reason}`);
  });

  test('A-23: not delivered on a closed Sunday: called at the opening on Monday, on the list of that day', async () => {
    const { world, tick, learns, said } = life({ anchor: '2020-10-02' });
    await tick('2020-10-04', '09:00');
    const fact = { type: 'message', moment: 'j2', state: 'failed', at: paris('2020-10-04', '10:00') } as const;
    await learns('2020-10-04', '10:00', fact);
    expect(world.calls.size).toBe(0);
    await tick('2020-10-05', '09:00');
    expect(world.calls.size).toBe(1);
    expect(said('2020-10-05')).toEqual(['j2 call-due sms-failed']);
  });

  test('« je préfère être appelé » and a locked link: called at once (ARS-52)', async () => {
    for (const reason of ['asked', 'locked'] as const) {
      const { tick, learns, said } = life();
      await tick(sat, '09:00');
      await learns(sat, '09:30', { type: 'wanted', moment: 'j2', reason, at: at('09:30') });
      expect(said(sat)).toContain(`j2 call-due ${reason}`);
    }
  });
});

describe('ARS-06: answers by web', () => {
  const answered = { type: 'answered', moment: 'j2', channel: 'web', at: at('10:00') } as const;

  test('before the cut-off: never on the list; the next moment is J9', async () => {
    const { world, tick, learns, said } = life();
    await tick(sat, '09:00');
    await learns(sat, '10:00', answered);
    expect(world.people.get('p1')?.due).toBe(paris('2020-10-10', '09:00'));
    await tick(sat, '13:00');
    expect(world.calls.size).toBe(0);
    expect(said(sat)).toEqual(['j2 moment-due', 'j2 done']);
  });

  test('once on the list: taken off it; told twice: once', async () => {
    const { world, tick, learns, said } = life();
    await tick(sat, '09:00');
    world.ends.set('survey-j2-p1', 'sent');
    await tick(sat, '13:00');
    await learns(sat, '14:00', { ...answered, at: at('14:00') });
    const { version } = world.people.get('p1') ?? {};
    await learns(sat, '14:00', { ...answered, at: at('14:00') });
    expect(world.people.get('p1')?.version).toBe(version);
    expect(world.withdrawn).toContain('j2 p1');
    expect(said(sat).slice(-2)).toEqual(['j2 done', 'j2 call-withdrawn answered']);
  });
});

describe('ARS-07: the vulnerable are called whatever they answered', () => {
  test('flag set at J2 by web: J4 on Monday, called though answered', async () => {
    const { world, tick, learns, said } = life();
    await tick(sat, '09:00');
    await learns(
      sat,
      '10:00',
      { type: 'answered', moment: 'j2', channel: 'web', at: at('10:00') },
      { type: 'vulnerable', moment: 'j2', reason: 'logement', by: 'web', at: at('10:00') },
    );
    expect(said(sat)).toEqual(['j2 moment-due', 'j2 done', 'j2 vulnerable logement']);
    await tick('2020-10-05', '09:00');
    await learns('2020-10-05', '09:30', {
      type: 'answered',
      moment: 'j4',
      channel: 'web',
      at: paris('2020-10-05', '09:30'),
    });
    await tick('2020-10-05', '13:00');
    expect(said('2020-10-05')).toEqual(['j4 moment-due', 'j4 call-due vulnerable']);
    await learns('2020-10-05', '15:00', {
      type: 'call-ended',
      moment: 'j4',
      state: 'useful',
      attempted: true,
      at: paris('2020-10-05', '15:00'),
    });
    expect(said('2020-10-05').at(-1)).toBe('j4 done');
    expect(world.people.get('p1')?.due).toBe(paris('2020-10-10', '09:00'));
  });
});

describe('ARS-11, ARS-22, A-20, A-25: how it ends', () => {
  test('unreachable at J2: the follow-up is abandoned, and nothing is sent any more', async () => {
    const { world, tick, learns, said } = life();
    await tick(sat, '09:00');
    world.ends.set('survey-j2-p1', 'sent');
    await tick(sat, '13:00');
    const ended = { type: 'call-ended', moment: 'j2', state: 'unreachable', attempted: true, at: at('16:00') } as const;
    await learns(sat, '16:00', ended);
    expect(said(sat).slice(-3)).toEqual(['j2 unreachable', 'j2 abandoned injoignable', 'ended']);
    await tick('2020-10-10', '09:00');
    expect(world.texts.size).toBe(1);
    expect(world.silent).toContain('p1');
  });

  test('at the last moment, unreachable abandons nothing', async () => {
    const { tick, learns, said } = life({ moments: { j2: { closed: { as: 'web', at: at('10:00') } } } });
    await tick('2020-10-10', '09:00');
    const ended = {
      type: 'call-ended',
      moment: 'j9',
      state: 'unreachable',
      attempted: true,
      at: paris('2020-10-10', '16:00'),
    } as const;
    await learns('2020-10-10', '16:00', ended);
    expect(said('2020-10-10').slice(-2)).toEqual(['j9 unreachable', 'ended']);
  });

  test('ARS-22: a refusal stops everything at once, with its motive; after a consent it is a request to stop (A-25)', async () => {
    const { world, tick, learns, said } = life();
    await tick(sat, '09:00');
    world.ends.set('survey-j2-p1', 'sent');
    await tick(sat, '13:00');
    await learns(
      sat,
      '14:00',
      { type: 'refused', moment: 'j2', motive: 'mefiance', at: at('14:00') },
      { type: 'answered', moment: 'j2', channel: 'web', at: at('14:00') },
    );
    expect(said(sat)).toContain('j2 refused mefiance');
    expect(world.withdrawn).toContain('j2 p1');
    expect(world.people.get('p1')?.due).toBeUndefined();
    await tick('2020-10-10', '09:00');
    expect(world.texts.size).toBe(1);

    const accepted = life({ moments: { j2: { closed: { as: 'web', at: at('10:00') } } } });
    await accepted.tick('2020-10-10', '09:00');
    const stop = { type: 'refused', moment: 'j9', motive: 'autre', at: paris('2020-10-10', '10:00') } as const;
    await accepted.learns('2020-10-10', '10:00', stop);
    expect(accepted.said('2020-10-10')).toContain('j9 abandoned demande-arret');
  });

  test('ARS-32, A-20: test not done at J7: a third contact', async () => {
    const { tick, learns, said } = life({
      status: 'contact',
      moments: { j2: { closed: { as: 'web', at: at('10:00') } } },
    });
    await tick('2020-10-08', '09:00');
    const when = paris('2020-10-08', '10:00');
    await learns(
      '2020-10-08',
      '10:00',
      { type: 'answered', moment: 'j7', channel: 'web', at: when },
      { type: 'not-tested', moment: 'j7', at: when },
    );
    expect(said('2020-10-08')).toEqual(['j7 moment-due', 'j7 done', 'j7 not-tested']);
    await tick('2020-10-10', '09:00');
    expect(said('2020-10-10')).toEqual(['j7bis moment-due']);
  });

  test('ARS-24, ARS-41: not called by the evening: put off to Monday, then not called any more', async () => {
    const { world, tick, said } = life();
    await tick(sat, '09:00');
    world.ends.set('survey-j2-p1', 'sent');
    await tick(sat, '13:00');
    await tick(sat, '19:05');
    expect(said(sat).at(-1)).toBe('j2 postponed');
    await tick('2020-10-05', '19:05');
    await tick('2020-10-05', '19:06');
    expect(said('2020-10-05')).toEqual(['j2 call-withdrawn not-called']);
    expect(world.people.get('p1')?.due).toBe(paris('2020-10-10', '09:00'));
  });

  test('ARS-36: included after the list was settled: the call says so', async () => {
    for (const [time, flagged] of [
      ['08:30', false],
      ['10:00', true],
    ] as const) {
      const { world, tick } = life({ includedAt: at(time) });
      await tick(sat, time === '08:30' ? '09:00' : '10:00');
      world.ends.set('survey-j2-p1', 'sent');
      await tick(sat, '14:00');
      const due = world.entries.find(({ change }) => change.type === 'call-due');
      expect(due?.change).toMatchObject({ addedAfterFreeze: flagged, callType: '1er contact' });
    }
  });
});
