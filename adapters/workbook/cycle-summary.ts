import type { CellValue, Workbook } from 'exceljs';
import { closedStateLabels, promiseStateLabels } from '../../domain/cycle-report/closed-state-labels.ts';
import type { CycleReport } from '../../domain/cycle-report/cycle-report.ts';
import { typeset } from '../../domain/report/french.ts';
import { duration, localMoment, nothing } from './cell-values.ts';
import { addSheet, firstTableRow, type SheetFrame } from './sheet.ts';
import { bodyCell, colours, fill, fonts, formats, headerRow, left, right } from './workbook-style.ts';

interface Line {
  readonly label: string;
  readonly value: CellValue;
  readonly format: string;
  readonly note?: string;
}

interface Section {
  readonly title: string;
  readonly lines: readonly Line[];
}

/** Sheet « Synthèse »: the promises, the people, the calls, the work. */
export function addSummary(workbook: Workbook, frame: SheetFrame, report: CycleReport): void {
  const sheet = addSheet(workbook, 'Synthèse', frame, [46, 20, 76], firstTableRow);
  const header = sheet.getRow(firstTableRow);
  header.values = ['Indicateur', 'Valeur', 'Précision'];
  headerRow(header, 1, 3, 20);
  let row = firstTableRow + 1;
  for (const { title, lines } of [
    promises(report),
    people(report),
    promisedCalls(report),
    calls(report),
    work(report),
  ]) {
    sheet.mergeCells(row, 1, row, 3);
    const section = sheet.getCell(row, 1);
    section.value = typeset(title);
    section.font = fonts.section;
    section.fill = fill(colours.header);
    row += 1;
    for (const { label, value, format, note } of lines) {
      sheet.getCell(row, 1).value = typeset(label);
      sheet.getCell(row, 2).value = value;
      sheet.getCell(row, 3).value = typeset(note ?? '');
      bodyCell(sheet.getCell(row, 1), formats.text, left);
      bodyCell(sheet.getCell(row, 2), format, right, true);
      bodyCell(sheet.getCell(row, 3), formats.text, left);
      row += 1;
    }
  }
}

function promises({ facts, subject: { calendar } }: CycleReport): Section {
  const { activatedAt, activation, readyAt, firstCallAt } = facts;
  const moment = (at: string | undefined) => (at === undefined ? nothing : localMoment(calendar.timeZone, at));
  const kept = firstCallAt !== undefined && firstCallAt <= activation.firstCallBy;
  const line = (label: string, at: string | undefined, note: string): Line => ({
    label,
    value: moment(at),
    format: formats.moment,
    note,
  });
  return {
    title: 'Preuve de délai',
    lines: [
      line('Activation', activatedAt, 'Le niveau d’alerte a été déclaré'),
      line('Prêt', readyAt, 'Tout le registre est chargé'),
      line('Premier appel au plus tard', activation.firstCallBy, 'Engagement de démarrage'),
      line(
        'Premier appel',
        firstCallAt,
        firstCallAt === undefined ? 'Pas encore' : kept ? 'Engagement tenu' : 'Engagement non tenu',
      ),
      line(
        'Fin des tentatives',
        activation.deadline,
        `${activation.policy.maxAttempts} tentatives au plus par personne`,
      ),
    ],
  };
}

function people({ total, levels, subject }: CycleReport): Section {
  const count = (label: string, value: number, note = ''): Line => ({ label, value, format: formats.count, note });
  const rate = (label: string, part: number, of: number, note: string): Line => ({
    label,
    value: of === 0 ? nothing : part / of,
    format: formats.rate,
    note,
  });
  return {
    title: 'Personnes',
    lines: [
      count('Personnes inscrites', total.people),
      count('Appelables', total.callable),
      count('Appelées au moins une fois', total.attempted),
      count('Contacts utiles', total.useful),
      rate('Taux de contacts utiles', total.useful, total.people, 'Sur les personnes inscrites ; objectif 65 à 70 %'),
      rate('Taux sur les appelables', total.useful, total.callable, 'Sur les personnes appelables'),
      count('dont par un tiers', total.byThirdParty),
      count('dont sur appel de la personne', total.byRingBack, 'La personne a rappelé pendant le cycle'),
      ...Object.entries(subject.levels).map(([level, label]) => count(`Niveau ${label}`, levels[level] ?? 0)),
      count('Partiels', total.partial, 'Questionnaire commencé et jamais terminé'),
      count('Refus', total.refused),
      count('Non joints', total.unreachable, 'Toutes les tentatives faites : voir la feuille « Non joints »'),
      ...Object.entries(total.otherwise).map(([state, value]) => count(closedStateLabels[state] ?? state, value)),
      count('En cours', total.open),
    ],
  };
}

/** « Rappels promis » (REFLEX-30). */
function promisedCalls({ promises: { promised, attempts, states, carriedIn } }: CycleReport): Section {
  const count = (label: string, value: number, note = ''): Line => ({ label, value, format: formats.count, note });
  return {
    title: 'Rappels promis',
    lines: [
      count('Rappels promis', promised, 'Autre appel annoncé dans les 24 heures, par le niveau ou à la demande'),
      ...Object.entries({ kept: 0, ...states }).map(([state, value]) =>
        count(promiseStateLabels[state] ?? state, value),
      ),
      count('Tentatives de rappel', attempts, 'Comprises dans les tentatives'),
      count('Rappels dus par le cycle précédent', carriedIn, 'Premier appel de la personne dans ce cycle'),
    ],
  };
}

function calls({ total }: CycleReport): Section {
  const { attempts, counted, answered, complianceAbandons, useful, people: registered } = total;
  return {
    title: 'Appels',
    lines: [
      { label: 'Tentatives', value: attempts, format: formats.count },
      { label: 'dont comptées', value: counted, format: formats.count, note: 'Sans les lignes occupées reprises' },
      { label: 'Décrochées', value: answered, format: formats.count },
      { label: 'Décrochées sans conseiller', value: complianceAbandons, format: formats.count },
      {
        label: 'Part des décrochés sans conseiller',
        value: answered === 0 ? nothing : complianceAbandons / answered,
        format: formats.rate,
        note: 'À tenir sous 3 %',
      },
      {
        label: 'Conversion par tentative',
        value: attempts === 0 ? nothing : useful / attempts,
        format: formats.rate,
        note: 'Contacts utiles ÷ tentatives',
      },
      {
        label: 'Tentatives par personne',
        value: registered === 0 ? nothing : attempts / registered,
        format: formats.agents,
      },
    ],
  };
}

function work({ handlingSeconds, agentHours, total }: CycleReport): Section {
  return {
    title: 'Travail',
    lines: [
      {
        label: 'DMT des contacts utiles',
        value: duration(handlingSeconds),
        format: formats.minutes,
        note: 'Conversation + mise en attente + travail après appel',
      },
      { label: 'Heures de conseillers', value: agentHours / 24, format: formats.hours },
      {
        label: 'Heures par contact utile',
        value: total.useful === 0 ? nothing : agentHours / total.useful / 24,
        format: formats.hours,
      },
    ],
  };
}
