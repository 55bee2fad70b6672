import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cycleFacts } from '../../../domain/cycle-report/cycle-facts.ts';
import { cycleReport } from '../../../domain/cycle-report/cycle-report.ts';
import { type PromiseProof, promiseProof } from '../../../domain/cycle-report/promise-proof.ts';
import type { JournalEntry } from '../../../domain/journal/entry.ts';
import { canonicalLines } from '../../../domain/journal/journal-hash.ts';
import { checkPromises } from '../../../scripts/check-promises.ts';
import { activated, attempt, closed, cycle, cycleChange, loaded, paris, sha256, subject } from './cycle-fixture.ts';

const entries: readonly JournalEntry[] = [
  activated,
  cycleChange(paris(6, '09:02'), { type: 'ready', size: 3, callable: 2 }),
  loaded('anna'),
  attempt('anna', 1, paris(6, '09:03'), 'complete'),
  closed('anna', paris(6, '09:04'), 'useful'),
  loaded('berthe'),
  attempt('berthe', 1, paris(6, '09:05'), 'busy', { counts: false }),
  attempt('berthe', 2, paris(6, '09:21'), 'no-answer'),
  attempt('berthe', 3, paris(6, '12:30'), 'voicemail'),
  attempt('berthe', 4, paris(6, '17:15'), 'no-answer'),
  attempt('berthe', 5, paris(7, '14:10'), 'no-answer'),
  closed('berthe', paris(7, '14:11'), 'unreachable'),
  loaded('charles', { reason: 'no-number' }),
];

function proofOf(journal: readonly JournalEntry[]): { readonly proof: PromiseProof; readonly lines: string } {
  const facts = cycleFacts(journal, cycle);
  if (facts === undefined) {
    throw new Error('the fixture has no cycle');
  }
  const report = cycleReport(subject, facts, paris(8, '09:30'), sha256);
  return { proof: promiseProof(report), lines: canonicalLines(facts.entries) };
}

/** Four attempts at Berthe, the last at the hour that she asked for, in a part of the day used before. */
function asked(third: 'call-later' | 'no-answer'): readonly JournalEntry[] {
  const times = [paris(6, '16:16'), paris(7, '09:09'), paris(7, '14:03'), paris(7, '16:38')] as const;
  return [
    activated,
    cycleChange(paris(6, '09:02'), { type: 'ready', size: 1, callable: 1 }),
    loaded('berthe'),
    ...times.map((at, index) => attempt('berthe', index + 1, at, index === 2 ? third : 'no-answer')),
    closed('berthe', paris(7, '16:39'), 'unreachable'),
  ];
}

test('REFLEX-04: who asks for another hour chooses the part of the day; nobody else does', () => {
  const wrong = (journal: readonly JournalEntry[]) => {
    const { proof, lines } = proofOf(journal);
    return checkPromises(proof, lines).filter((one) => one.includes('parts of the day'));
  };
  expect(wrong(asked('call-later'))).toEqual([]);
  expect(wrong(asked('no-answer'))).toEqual([expect.stringMatching(/^berthe: 4 attempts in 2 parts of the day/)]);
});

type Person = PromiseProof['people'][number];

/** The proof with one attempt of one person changed. */
function withAttempts(
  proof: PromiseProof,
  recipient: string,
  change: (attempts: Person['attempts']) => Person['attempts'],
): PromiseProof {
  const people = proof.people.map((person) =>
    person.recipient === recipient ? { ...person, attempts: change(person.attempts) } : person,
  );
  return { ...proof, people };
}

describe('REFLEX-02, REFLEX-03: proof of the promises', () => {
  const { proof, lines } = proofOf(entries);
  const made = proof.people.flatMap(({ recipient, attempts }) => attempts.map(({ n }) => ({ recipient, n })));

  test('a cycle that kept its promises is proven, by a program that knows nothing of the centre', () => {
    expect(checkPromises(JSON.parse(JSON.stringify(proof)), `${lines}\n`)).toEqual([]);
    expect(proof.promised.hours).toEqual([
      { from: paris(6, '09:00'), until: paris(6, '19:00') },
      { from: paris(7, '09:00'), until: paris(7, '19:00') },
    ]);
  });

  test('an attempt removed, moved or doubled in the proof is named', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...made),
        fc.constantFrom('removed', 'moved', 'doubled'),
        ({ recipient, n }, what) => {
          const changed = withAttempts(proof, recipient, (attempts) =>
            attempts.flatMap((one) => {
              if (one.n !== n) return [one];
              if (what === 'doubled') return [one, one];
              return what === 'removed' ? [] : [{ ...one, startedAt: paris(7, '10:00') }];
            }),
          );
          const wrong = checkPromises(changed, lines);
          expect(wrong.some((sentence) => sentence.startsWith(`${recipient}, attempt ${n}`))).toBe(true);
        },
      ),
    );
  });

  test('an attempt removed or moved in the journal is named, and the journal is not the one of the proof', () => {
    fc.assert(
      fc.property(fc.constantFrom(...made), fc.boolean(), ({ recipient, n }, isMoved) => {
        const mark = `"attemptId":"${cycle.campaign}-1-${recipient}-${n}"`;
        const changed = lines
          .split('\n')
          .flatMap((line) => {
            if (!line.includes(mark)) return [line];
            return isMoved ? [line.replace(/"startedAt":"[^"]+"/, `"startedAt":"${paris(7, '10:00')}"`)] : [];
          })
          .join('\n');
        const wrong = checkPromises(proof, changed);
        expect(wrong[0]).toContain('The journal is not the one of the proof');
        expect(wrong.some((sentence) => sentence.startsWith(`${recipient}, attempt ${n}`))).toBe(true);
      }),
    );
  });

  test.each([
    [
      'a first call after the four hours',
      [attempt('anna', 1, paris(6, '13:01'), 'complete')],
      'The first call was promised by',
    ],
    [
      'a fifth attempt that counts',
      [attempt('berthe', 6, paris(7, '17:30'), 'no-answer')],
      'berthe: 5 attempts, at most 4',
    ],
    ['a call at night', [attempt('berthe', 2, paris(6, '08:59'), 'no-answer')], 'outside the cycle'],
    ['a call in the evening', [attempt('berthe', 5, paris(7, '19:30'), 'no-answer')], 'outside calling hours'],
    ['a call too soon', [attempt('berthe', 3, paris(6, '10:00'), 'voicemail')], 'less than 120 min after attempt 2'],
    ['a person without calls', [loaded('denise')], 'denise: open after 0 attempts of 4'],
    [
      'a person given up',
      [loaded('denise'), closed('denise', paris(7, '18:00'), 'unreachable')],
      'denise: given up after 0',
    ],
    [
      'a person not to be called',
      [attempt('charles', 1, paris(6, '14:00'), 'no-answer')],
      'charles: called, and was not to be',
    ],
  ])('%s breaks a promise', (_, more, sentence) => {
    const ids = new Set(more.map(({ kind, id }) => (kind === 'attempt' ? id : '')));
    const firstCall = more.some(({ time }) => time === paris(6, '13:01'));
    const kept = entries.filter(({ id, kind }) => !ids.has(id) && !(firstCall && kind === 'attempt'));
    const broken = proofOf([...kept, ...more]);
    expect(checkPromises(broken.proof, broken.lines).join('\n')).toContain(sentence);
  });
});
