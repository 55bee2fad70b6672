import type { FiledCycle } from './cycle-journal.ts';
import type { ReflexDiary } from './reflex-diary.ts';

/**
 * Names what only one of two accounts has, with what each knows of them: contacts of calls, or people by their random ids. In French, as it is printed.
 */
export function namingOf(
  filed: FiledCycle,
  { talks, rings }: ReflexDiary,
): (journal: readonly string[], lived: readonly string[]) => readonly string[] {
  const tell = (id: string) => {
    const made = filed.attempts.filter(({ recipientId, contactId, attemptId }) =>
      [recipientId, contactId, attemptId].includes(id),
    );
    const owners = new Set(made.map(({ recipientId }) => recipientId).concat(id));
    const told = made.map(
      ({ n, disposition, startedAt, promised }) => `${n} ${disposition}${promised ? ' (promis)' : ''} ${startedAt}`,
    );
    const heard = talks
      .filter(({ recipientId = '', contactId }) => owners.has(recipientId) || contactId === id)
      .map(({ from, passed, again, disposition }) =>
        [passed ?? (again === true ? 'again' : 'talk'), disposition ?? 'nothing written', from].join(' '),
      );
    const rang = rings.filter(({ contactId }) => contactId === id).map(({ what, rangAt }) => `${what} ${rangAt}`);
    const state = filed.people.get(id)?.state;
    return `journal${state === undefined ? '' : ` ${state}`} [${told.join(', ')}], vécu [${[...rang, ...heard].join(', ')}]`;
  };
  return (journal, lived) => {
    const [inJournal, inLife] = [new Set(journal), new Set(lived)];
    return [
      ...journal.filter((id) => !inLife.has(id)).map((id) => `${id} : au journal seul, ${tell(id)}`),
      ...lived.filter((id) => !inJournal.has(id)).map((id) => `${id} : vécu seul, ${tell(id)}`),
    ];
  };
}
