import type { ReportSource, ReportSubject } from '../../domain/report/daily.ts';
import type { Definition } from '../../domain/report/definitions.ts';
import { clockName, shortMoment } from '../../domain/report/french.ts';
import { type IssueStamp, stateLabel } from '../../domain/report/report-issue.ts';
import type { SheetFrame } from './sheet.ts';

type Subject = Pick<ReportSubject, 'title' | 'calendar'>;

/** « provisoire, édition n° 1, établi le 04/07/2025 à 16:30 (heure de Nouméa) ». */
function issueSentence(subject: Subject, stamp: IssueStamp): string {
  const { timeZone } = subject.calendar;
  return `${stateLabel(stamp.state)}, édition n° ${stamp.number}, établi le ${shortMoment(timeZone, stamp.generatedAt)} (${clockName(timeZone)})`;
}

/** Title and subtitle of every sheet. `period`: e.g. « vendredi 4 juillet 2025 ». */
export function frameOf(subject: Subject, kind: string, period: string, stamp: IssueStamp): SheetFrame {
  return {
    title: `${subject.title} : rapport ${kind}`,
    subtitle: `${period.charAt(0).toUpperCase()}${period.slice(1)}, ${issueSentence(subject, stamp)}`,
  };
}

/** What the reports of calls add: their units, and whom they name. */
export const callFacts: readonly Definition[] = [
  { term: 'Durées', text: 'En minutes et secondes (mm:ss), sauf l’âge des questions, en heures et minutes.' },
  {
    term: 'Totaux',
    text: 'Ce sont des formules. Les taux et les moyennes sont calculés sur les sommes, jamais sur d’autres taux ou moyennes.',
  },
  {
    term: 'Données personnelles',
    text: 'Aucun nom ni numéro de téléphone. Le texte des questions est saisi sans nom par les conseillers.',
  },
];

/** First section of « Lisez-moi »: what this workbook is and what it was made from. `covers`: the period in local time, in a sentence. */
export function factsOf(
  subject: Subject,
  stamp: IssueStamp,
  source: ReportSource,
  covers: string,
  definitiveWhen: string,
): readonly Definition[] {
  return [
    { term: 'Programme', text: subject.title },
    { term: 'Période', text: covers },
    {
      term: 'Version',
      text: `${capital(stateLabel(stamp.state))}, édition n° ${stamp.number} de cette période. ${definitiveWhen}`,
    },
    {
      term: 'Établi le',
      text: `${shortMoment(subject.calendar.timeZone, stamp.generatedAt)} (${clockName(subject.calendar.timeZone)}). Toutes les dates et heures de ce classeur sont à cette heure locale.`,
    },
    {
      term: 'Source',
      text: `${source.entries} faits du journal des appels. Mêmes faits, mêmes chiffres.${source.orphans === 0 ? '' : ` ${source.orphans} appel(s) transféré(s) dont le premier enregistrement n’est pas encore arrivé ne sont pas comptés.`}`,
    },
    { term: 'Empreinte de la source', text: `SHA-256 ${source.hash}` },
  ];
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
