import type { Line, Person, Proof } from './check-promises.ts';

/** Ends after which nobody is called any more, whatever was promised. */
const excused = new Set(['removed', 'stopped', 'no-number', 'manual']);

/**
 * Calls promised in conversations (« rappel sous 24 h »): those of the proof are those of the journal, each was made by its hour or handed to the next
 * cycle, in no more attempts than allowed; and those owed by the cycle before were made. Sentences that name the person; empty when all holds.
 */
export function checkPromisedCalls({ promised, people }: Proof, lines: readonly Line[]): string[] {
  const told = new Map<string, Line[]>();
  for (const line of lines) {
    if (line.recipientId !== undefined) {
      const known = told.get(line.recipientId);
      if (known === undefined) told.set(line.recipientId, [line]);
      else known.push(line);
    }
  }
  return people.flatMap((person) => [
    ...compare(person, told.get(person.recipient) ?? []),
    ...judgePromise(person, promised),
    ...judgeOwed(person),
  ]);
}

function compare({ recipient, promise, owed, state }: Person, lines: readonly Line[]): string[] {
  const change = (type: string) => lines.findLast((line) => line.kind === 'recipient' && line.change?.type === type);
  const attempts = lines.filter(({ kind }) => kind === 'attempt').toSorted((a, b) => (a.time < b.time ? -1 : 1));
  // Only who passed the questionnaire was promised anything.
  const made = state === 'useful' ? change('promised') : undefined;
  const pairs = [
    ['a call promised since', promise?.since, made?.time],
    ['a call promised by', promise?.by, made?.change?.by],
    ['promised call', promise?.state, made && (change('promise-closed')?.change?.state ?? 'open')],
    ['promised call made at', promise?.madeAt, made && attempts.find((one) => one.promised === true)?.startedAt],
    ['a call owed by', owed?.by, change('loaded')?.change?.promisedBy],
    ['owed call made at', owed?.madeAt, owed && attempts[0]?.startedAt],
  ] as const;
  return pairs
    .filter(([, said, known]) => said !== known)
    .map(
      ([what, said, known]) =>
        `${recipient}: the proof says ${what} ${said ?? 'never'}, the journal ${known ?? 'never'}.`,
    );
}

function judgePromise(
  { recipient, promise, attempts }: Person,
  { promisedAttempts = 0, deadline }: Proof['promised'],
): string[] {
  const extra = attempts.filter((attempt) => attempt.promised === true);
  const wrong: string[] = [];
  const counted = extra.filter(({ counts }) => counts);
  if (counted.length > promisedAttempts || (promise === undefined && extra.length > 0)) {
    wrong.push(
      `${recipient}: ${extra.length} attempts of a promised call, at most ${promise === undefined ? 0 : promisedAttempts}.`,
    );
  }
  if (promise === undefined || excused.has(promise.state)) {
    return wrong;
  }
  const { since, by, state, madeAt } = promise;
  const isHandedOn = state === 'carried' && by > deadline;
  if (!isHandedOn && (madeAt === undefined || madeAt < since || madeAt > by || state === 'open' || state === 'late')) {
    wrong.push(`${recipient}: a call was promised by ${by} and made ${madeAt ?? 'never'}.`);
  }
  return wrong;
}

/** Who left, or whose cycle was stopped, is not called; whoever else was promised a call has it by its hour. */
function judgeOwed({ recipient, owed, callable, state }: Person): string[] {
  if (owed === undefined || !callable || excused.has(state)) {
    return [];
  }
  return owed.madeAt === undefined || owed.madeAt > owed.by
    ? [`${recipient}: the cycle before promised a call by ${owed.by}, made ${owed.madeAt ?? 'never'}.`]
    : [];
}
