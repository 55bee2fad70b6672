import { describe, expect, it } from 'vitest';
import { addDashboards } from '../../../domain/dashboard/dashboard-figures.ts';
import type { JournalEntry } from '../../../domain/journal/entry.ts';
import { type LaneRandom, laneRandom } from '../../../local/kernel/random.ts';
import { at, callDue, dashboardOf, dial, followUp, message, monday, questionnaire } from './follow-up-day.ts';

const people = 25;
const fates = ['delivered', 'failed', 'missing', 'undetermined', 'dropped'] as const;
type Fate = (typeof fates)[number];

interface Lived {
  readonly fate: Fate;
  readonly answered: boolean;
  readonly calls: number;
}

/** What people lived, and what the journal got of it: receipts twice, after a `sent` that gave them up, or never. */
function day(seed: number): { readonly lived: readonly Lived[]; readonly entries: readonly JournalEntry[] } {
  const random = laneRandom(seed, 'dashboard');
  const lived: Lived[] = [];
  const entries: JournalEntry[] = [];
  for (let index = 0; index < people; index += 1) {
    const subject = `p${random.pick(['04', '05', '06', '13', '83', '84'])}-${index}${random.pick(['c', 'k'])}`;
    const moment = random.pick(['j2', 'j7', 'j9']);
    const fate = random.pick(fates);
    const answered = fate !== 'failed' && fate !== 'dropped' && random.chance(0.4);
    const calls = answered ? 0 : random.integer(0, 2);
    lived.push({ fate, answered, calls });
    entries.push(followUp(monday, '09:00', subject, moment, { type: 'moment-due', day: monday }));
    entries.push(...told(random, subject, moment, fate));
    if (answered) entries.push(questionnaire(monday, '10:00', subject, moment));
    if (!answered) entries.push(callDue(monday, '13:00', subject, moment));
    for (let n = 1; n <= calls; n += 1) {
      entries.push(...dial(monday, `1${3 + n}:00`, subject, moment, { n, disposition: 'no-answer' }));
    }
  }
  return { lived, entries: shuffled(random, [...entries, ...entries.filter(() => random.chance(0.3))]) };
}

function told(random: LaneRandom, subject: string, moment: string, fate: Fate): JournalEntry[] {
  const sentAt = at(monday, '09:00');
  const file = (time: string, change: Parameters<typeof message>[4]) => message(monday, time, subject, moment, change);
  const sent = file('09:15', { type: 'sent', sentAt, parts: 1 });
  const perhaps = file('09:15', { type: 'undetermined', sentAt });
  const until = random.chance(0.3) ? [random.pick([sent, perhaps])] : [];
  const got = random.pick(['09:01', '15:00']);
  switch (fate) {
    case 'delivered':
      return [...until, file(got, { type: 'delivered', sentAt, at: at(monday, got), parts: 1 })];
    case 'failed': {
      const failure = { at: at(monday, got), cause: 'INVALID', permanent: true, final: true };
      return [...until, file(got, { type: 'failed', sentAt, ...failure, parts: 1 })];
    }
    case 'missing':
      return [...(random.chance(0.3) ? [perhaps] : []), sent];
    case 'undetermined':
      return [perhaps];
    case 'dropped':
      return [file('09:00', { type: 'dropped', at: sentAt, reason: 'landline' })];
  }
}

function shuffled<T>(random: LaneRandom, items: readonly T[]): T[] {
  return items
    .map((item): [number, T] => [random.next(), item])
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

describe('ARS-23, COMMON-35: figures are those of the journal, whatever becomes of receipts', () => {
  it('adds up for 100 seeds with receipts doubled, late and missing', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const { lived, entries } = day(seed);
      const board = dashboardOf(monday, entries);
      const having = (...some: readonly Fate[]) => lived.filter(({ fate }) => some.includes(fate)).length;
      const unanswered = lived.filter(({ answered }) => !answered);
      expect(board.total, `seed ${seed}`).toMatchObject({
        sms: having('delivered', 'failed', 'missing'),
        delivered: having('delivered'),
        failed: having('failed'),
        undetermined: having('undetermined'),
        dropped: having('dropped'),
        surveys: people - having('dropped'),
        due: unanswered.length,
        notDone: unanswered.filter(({ calls }) => calls === 0).length,
        attempts: lived.reduce((sum, { calls }) => sum + calls, 0),
        secondAttempts: lived.filter(({ calls }) => calls === 2).length,
      });
      expect(board.total.answerDelays).toHaveLength(people - unanswered.length);
      for (const rows of [board.departements, board.types, board.statuses]) {
        const { answerDelays, ...sum } = addDashboards(rows.map(({ figures }) => figures));
        const { answerDelays: all, ...total } = board.total;
        expect(sum).toEqual(total);
        expect(answerDelays.toSorted()).toEqual(all.toSorted());
      }
      expect(dashboardOf(monday, shuffled(laneRandom(seed, 'again'), entries))).toEqual(board);
    }
  });
});
