import { type DashboardFigures, medianDelay } from '../../domain/dashboard/dashboard-figures.ts';
import type { IndicatorDefinition } from '../../domain/dashboard/dashboard-rules.ts';
import { mean } from '../../domain/report/figures.ts';
import { duration, nothing } from './cell-values.ts';
import { formats } from './workbook-style.ts';

/** A line of a table of indicators. */
export interface IndicatorRow {
  readonly label: string;
  readonly format: string;
  readonly value: (figures: DashboardFigures) => number | string;
  /** How the lines of a set make that of all: counts add up, the others follow from lines above or from the facts. */
  readonly adds: boolean;
  /** Its cell as a formula, from the labels of lines above. */
  readonly formula?: (cellOf: (label: string) => string) => string;
}

export interface IndicatorBlock {
  readonly title: string;
  readonly rows: readonly IndicatorRow[];
}

const count = (label: string, value: (figures: DashboardFigures) => number): IndicatorRow => ({
  label,
  format: formats.count,
  value,
  adds: true,
});

function ratio(
  label: string,
  format: string,
  [part, of]: readonly [string, string],
  value: (figures: DashboardFigures) => number | undefined,
): IndicatorRow {
  return {
    label,
    format,
    value: (figures) => value(figures) ?? nothing,
    adds: false,
    formula: (cellOf) => `IF(${cellOf(of)}=0,"${nothing}",${cellOf(part)}/${cellOf(of)})`,
  };
}

/** The eleven indicators in the order of the contract, those added since, and the messages (requirements §6.5). */
export function indicatorBlocks(extra: readonly IndicatorDefinition[]): readonly IndicatorBlock[] {
  return [...contract, { title: '11. Demandés par l’ARS', rows: extra.map(extraRow) }, messages].filter(
    ({ rows }) => rows.length > 0,
  );
}

const contract: readonly IndicatorBlock[] = [
  {
    title: '1. Appels à réaliser',
    rows: [count('Personnes à appeler', (f) => f.due), count('dont seconds appels reportés', (f) => f.carried)],
  },
  {
    title: '2. Appels non faits',
    rows: [
      count('Personnes non appelées', (f) => f.notDone),
      ratio('Part non faite', formats.rate, ['Personnes non appelées', 'Personnes à appeler'], (f) =>
        mean(f.notDone, f.due),
      ),
    ],
  },
  {
    title: '3. Appels réalisés',
    rows: [count('Appels passés', (f) => f.attempts), count('Personnes jointes', (f) => f.contacted)],
  },
  {
    title: '4 et 5. Durée des communications, par type en colonnes',
    rows: [
      count('Communications', (f) => f.talks),
      { label: 'Durée totale', format: formats.hours, value: (f) => duration(f.talkSeconds), adds: true },
      ratio('Durée moyenne', formats.minutes, ['Durée totale', 'Communications'], (f) => {
        const seconds = mean(f.talkSeconds, f.talks);
        return seconds === undefined ? undefined : seconds / 86_400;
      }),
    ],
  },
  {
    title: '6. Personnes vulnérables',
    rows: [
      count('Repérées par appel', (f) => f.vulnerableByCall),
      count('Repérées par le web', (f) => f.vulnerableByWeb),
      count('Signalées par la liste', (f) => f.vulnerableByList),
      count('Orientées vers la CTAI, appel', (f) => f.orientedByCall),
      count('Orientées vers la CTAI, web', (f) => f.orientedByWeb),
    ],
  },
  {
    title: '7. Relances',
    rows: [count('Seconds appels', (f) => f.secondAttempts), count('SMS de relance', (f) => f.smsReminders)],
  },
  {
    title: '8. Abandons',
    rows: [count('Suivis abandonnés', (f) => f.abandons), count('Appels interrompus', (f) => f.cut)],
  },
  { title: '9. Refus', rows: [count('Refus de suivi', (f) => f.refusals)] },
  { title: '10. Test non fait à J7', rows: [count('Troisièmes contacts à faire', (f) => f.notTested)] },
];

function extraRow({ code, label, of }: IndicatorDefinition): IndicatorRow {
  const partsOf = (figures: DashboardFigures) => figures.extra[code] ?? { count: 0, of: 0 };
  return of === undefined
    ? count(label, (figures) => partsOf(figures).count)
    : {
        label,
        format: formats.rate,
        value: (figures) => mean(partsOf(figures).count, partsOf(figures).of) ?? nothing,
        adds: false,
      };
}

const messages: IndicatorBlock = {
  title: 'SMS',
  rows: [
    count('Envoyés', (f) => f.sms),
    count('Remis', (f) => f.delivered),
    count('Échoués', (f) => f.failed),
    count('Sans nouvelles', (f) => f.sms - f.delivered - f.failed),
    count('Peut-être envoyés', (f) => f.undetermined),
    count('Non envoyés', (f) => f.dropped),
    count('Enquêtes envoyées', (f) => f.surveys),
    count('Réponses par le web', (f) => f.answerDelays.length),
    ratio('Taux de réponse', formats.rate, ['Réponses par le web', 'Enquêtes envoyées'], (f) =>
      mean(f.answerDelays.length, f.surveys),
    ),
    { label: 'Délai médian de réponse', format: formats.hours, value: (f) => duration(medianDelay(f)), adds: false },
  ],
};
