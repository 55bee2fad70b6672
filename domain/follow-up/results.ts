import type { JournalEntry } from '../journal/entry.ts';
import { ofKind } from '../journal/of-kind.ts';
import type { FollowUpEntry } from './follow-up-entry.ts';
import type { Protocol } from './protocol.ts';

/** What became of one person at one moment: a line of the export (ARS-14). */
export interface ResultLine {
  readonly recipientId: string;
  readonly status: string;
  readonly departement: string;
  readonly moment: string;
  readonly callType: string;
  /** Local day; empty when it has none yet. */
  readonly dueDay: string;
  readonly outcome: string;
  readonly outcomeDay: string;
  readonly channel: string;
  readonly attempts: number;
  readonly vulnerable: string;
  readonly cells: string;
  readonly motive: string;
}

/** Columns of the export, in order, as docs/follow-up.md has them. */
export const resultColumns: readonly {
  readonly header: string;
  readonly value: (line: ResultLine) => string | number;
}[] = [
  { header: 'Personne', value: (line) => line.recipientId },
  { header: 'Statut', value: (line) => line.status },
  { header: 'Département', value: (line) => line.departement },
  { header: 'Moment', value: (line) => line.moment },
  { header: 'Type de contact', value: (line) => line.callType },
  { header: 'Échéance', value: (line) => line.dueDay },
  { header: 'Issue', value: (line) => line.outcome },
  { header: 'Date de l’issue', value: (line) => line.outcomeDay },
  { header: 'Canal', value: (line) => line.channel },
  { header: 'Tentatives d’appel', value: (line) => line.attempts },
  { header: 'Vulnérabilité', value: (line) => line.vulnerable },
  { header: 'Orientations', value: (line) => line.cells },
  { header: 'Motif', value: (line) => line.motive },
];

const outcomes: Partial<Record<FollowUpEntry['change']['type'], string>> = {
  done: 'Fait',
  unreachable: 'Injoignable',
  refused: 'Refus',
  abandoned: 'Abandon',
  'not-tested': 'Test non fait',
};

/** One line a person and moment of which the entries say something, by person then moment. */
export function resultsOf(entries: readonly JournalEntry[], protocol: Protocol): readonly ResultLine[] {
  const labels = (list: readonly { readonly code: string; readonly label: string }[], code: string) =>
    list.find((one) => one.code === code)?.label ?? code;
  const attempts = Map.groupBy(
    ofKind(entries, 'attempt').filter(({ n }) => n > 0),
    ({ recipientId, campaign }) => `${recipientId} ${campaign}`,
  );
  const byMoment = Map.groupBy(
    ofKind(entries, 'follow-up').filter(({ moment }) => moment !== undefined),
    ({ subject, moment }) => `${subject} ${moment}`,
  );
  return [...byMoment]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, told]) => {
      const [first] = told;
      if (first?.moment === undefined) {
        return [];
      }
      const { subject: recipientId, status, departement } = first;
      const moment = protocol.moments.find(({ code }) => code === first.moment);
      const of = <T extends FollowUpEntry['change']['type']>(type: T) =>
        told.flatMap(({ change }) =>
          change.type === type ? [change as Extract<FollowUpEntry['change'], { type: T }>] : [],
        );
      const end = told.findLast(({ change }) => ['done', 'unreachable', 'refused', 'abandoned'].includes(change.type));
      const [vulnerable] = of('vulnerable');
      const [refused] = of('refused');
      const [abandoned] = of('abandoned');
      return [
        {
          recipientId,
          status: labels(protocol.statuses, status),
          departement,
          moment: moment?.label ?? first.moment,
          callType: moment?.callLabel ?? '',
          dueDay: of('moment-due')[0]?.day ?? '',
          outcome: [
            end === undefined ? 'En cours' : (outcomes[end.change.type] ?? ''),
            ...(of('not-tested').length > 0 ? ['Test non fait'] : []),
          ].join(', '),
          outcomeDay: end?.day ?? '',
          channel: end?.change.type === 'done' ? (end.change.channel === 'web' ? 'Web' : 'Appel') : '',
          attempts: new Set(attempts.get(key)?.map(({ attemptId }) => attemptId)).size,
          vulnerable: vulnerable === undefined ? '' : labels(protocol.vulnerabilityReasons, vulnerable.reason),
          cells: [...new Set(of('oriented').map(({ cell }) => cell))].sort().join(', '),
          motive:
            refused !== undefined
              ? labels(protocol.refusalMotives, refused.motive)
              : abandoned !== undefined
                ? labels(protocol.abandonMotives, abandoned.motive)
                : '',
        },
      ];
    });
}

/** The lines as text with semicolons, as French spreadsheets read it; nothing in it begins a formula. */
export function resultsText(lines: readonly ResultLine[]): string {
  const cell = (value: string | number) => {
    const text = String(value);
    const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
    return /[";\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const rows = [
    resultColumns.map(({ header }) => header),
    ...lines.map((line) => resultColumns.map(({ value }) => value(line))),
  ];
  // The mark by which Excel knows accents.
  return `\ufeff${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}
