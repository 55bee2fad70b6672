import { answerRate } from '../../domain/report/answer-rate.ts';
import { type Figures, mean } from '../../domain/report/figures.ts';
import { duration, nothing } from './cell-values.ts';
import { formats } from './workbook-style.ts';

/** How the total row of a column follows from the rows above: a formula the reader can check, with the figure computed from sums as its result. */
type Total =
  | { readonly by: 'sum' | 'max' }
  /** Mean weighted by the column of that header, since means do not add up. */
  | { readonly by: 'weighted'; readonly weight: string }
  /** Same formula as the rows. */
  | { readonly by: 'row' }
  /** A stock: adds up over schemes, but over days it is the last one. */
  | { readonly by: 'stock' };

export interface FigureColumn {
  readonly header: string;
  readonly format: string;
  readonly width: number;
  readonly value: (figures: Figures) => number | string;
  /** Formula of a row, from a function that gives the cell of a header in that row. */
  readonly formula?: (cell: (header: string) => string) => string;
  readonly total: Total;
}

const count = (header: string, value: (figures: Figures) => number, width = 8.4): FigureColumn => ({
  header,
  format: formats.count,
  width,
  value,
  total: { by: 'sum' },
});

const rate = (
  header: string,
  key: 'answer' | 'unanswered' | 'live',
  formula: FigureColumn['formula'],
): FigureColumn => ({
  header,
  format: formats.rate,
  width: 9.6,
  value: (figures) => answerRate(figures)?.[key] ?? nothing,
  ...(formula === undefined ? {} : { formula }),
  total: { by: 'row' },
});

const time = (header: string, value: (figures: Figures) => number | undefined, total: Total): FigureColumn => ({
  header,
  format: formats.minutes,
  width: 8.6,
  value: (figures) => duration(value(figures)),
  total,
});

const reachedByCallbackHeader = 'Présentés non décrochés, joints par rappel';

/** The twenty columns of requirements §6.1, in its order and words. */
export const figureColumns: readonly FigureColumn[] = [
  count('Appels reçus', (f) => f.received, 10),
  count('dont hors horaires', (f) => f.closed),
  count('Appels présentés', (f) => f.offered, 10),
  count('Décrochés', (f) => f.answered, 10.4),
  count('Abandonnés', (f) => f.abandoned, 11.2),
  count('Rappels créés', (f) => f.callbacksCreated, 10),
  count('Rappelés joints', (f) => f.callbacksReached),
  count('Rappelés non joints', (f) => f.callbacksNotReached),
  count('Rappels restant à faire', (f) => f.callbacksOpen),
  rate('Taux de décroché', 'live', (c) => ratio(c, c('Décrochés'))),
  rate('Taux de réponse', 'answer', (c) => ratio(c, `(${c('Décrochés')}+${c(reachedByCallbackHeader)})`)),
  rate('Non répondus %', 'unanswered', (c) => `IF(${c('Appels présentés')}=0,"${nothing}",1-${c('Taux de réponse')})`),
  time('Attente moyenne', (f) => mean(f.waitSeconds, f.answered), { by: 'weighted', weight: 'Décrochés' }),
  time('Attente max', (f) => f.longestWaitSeconds, { by: 'max' }),
  time('DMT', (f) => mean(f.handlingSeconds, f.answered), { by: 'weighted', weight: 'Décrochés' }),
  count('Appels émis (démarchage)', (f) => f.outboundMade, 11.6),
  count('Joints', (f) => f.outboundReached),
  count('Non joints', (f) => f.outboundNotReached),
  count('RDV pris', (f) => f.appointments),
  { ...count('Questions en attente (fin de jour)', (f) => f.pendingQuestions, 10.4), total: { by: 'stock' } },
];

/** Groups of columns, with how many each spans. */
export const figureGroups: readonly (readonly [string, number])[] = [
  ['Appels entrants', 5],
  ['Rappels', 4],
  ['Taux', 3],
  ['Temps', 3],
  ['Démarchage', 3],
  ['RDV', 1],
  ['Questions', 1],
];

/** What completes them, in a table of its own: the parts that make the sums of the first one close. */
export const complementColumns: readonly FigureColumn[] = [
  count(reachedByCallbackHeader, (f) => f.reachedByCallback),
  count('Rappels résolus par un appel entrant', (f) => f.callbacksAnsweredInbound),
  count('Abandons en moins de 5 s', (f) => f.shortAbandons),
  count('Raccrochés avant la file', (f) => f.beforeQueue),
  count('Incidents techniques', (f) => f.technical),
  count('Entretiens sur rappel', (f) => f.callbackConversations),
  time('DMT des rappels', (f) => mean(f.callbackHandlingSeconds, f.callbackConversations), {
    by: 'weighted',
    weight: 'Entretiens sur rappel',
  }),
];

function ratio(cell: (header: string) => string, numerator: string): string {
  return `IF(${cell('Appels présentés')}=0,"${nothing}",${numerator}/${cell('Appels présentés')})`;
}
