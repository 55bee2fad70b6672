import { createHash } from 'node:crypto';
import { type Dashboard, type DashboardSubject, dashboard } from '../../../domain/dashboard/dashboard.ts';
import type { DashboardRules } from '../../../domain/dashboard/dashboard-rules.ts';
import type { FollowUpChange } from '../../../domain/follow-up/follow-up-entry.ts';
import type { JournalEntry } from '../../../domain/journal/entry.ts';
import type { MessageEntry } from '../../../domain/message/message-entry.ts';
import type { QuestionnaireEntry } from '../../../domain/questionnaire/questionnaire-entry.ts';
import { calendar } from '../../../programmes/suivi/calendar.ts';
import { protocol } from '../../../programmes/suivi/protocol.ts';

/** Monday and Tuesday; Paris is one hour ahead of UTC. */
export const monday = '2026-02-23';
export const tuesday = '2026-02-24';
export const at = (day: string, time: string) => new Date(`${day}T${time}:00+01:00`).toISOString();
export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

export const subjectOf = (rules: DashboardRules = { supportCell: 'ctai', indicators: [] }): DashboardSubject => ({
  programme: 'suivi',
  title: 'Suivi – ARS PACA',
  calendar,
  rules,
  statuses: protocol.statuses,
  moments: protocol.moments.map(({ code }) => code),
  territories: protocol.territories,
  refusalMotives: protocol.refusalMotives,
  abandonMotives: protocol.abandonMotives,
});

export const dashboardOf = (day: string, entries: readonly JournalEntry[], rules?: DashboardRules): Dashboard =>
  dashboard(subjectOf(rules), day, entries, sha256);

/** Of whom a fact is: `p13c` is a person of département 13, a case; `p84k` of 84, a contact. */
function kindOf(subject: string): { readonly departement: string; readonly status: 'case' | 'contact' } {
  return { departement: /\d\d/.exec(subject)?.[0] ?? '', status: subject.endsWith('c') ? 'case' : 'contact' };
}

export function followUp(day: string, time: string, subject: string, moment: string, change: FollowUpChange) {
  const entry: JournalEntry = {
    kind: 'follow-up',
    programme: 'suivi',
    day,
    time: at(day, time),
    id: `follow-up#${subject}#${moment}#${change.type}`,
    subject,
    ...kindOf(subject),
    ...(moment === '' ? {} : { moment }),
    change,
  };
  return entry;
}

export const callDue = (day: string, time: string, subject: string, moment: string) =>
  followUp(day, time, subject, moment, {
    type: 'call-due',
    reason: 'no-answer',
    callType: '1er contact',
    addedAfterFreeze: false,
  });

export interface Dial {
  readonly n?: number;
  readonly disposition: Extract<JournalEntry, { kind: 'attempt' }>['disposition'];
  /** Seconds that an agent talked; absent = no agent. */
  readonly talk?: number;
  readonly hold?: number;
  readonly revision?: number;
}

/** An attempt, and the segment of its call in which an agent talked. */
export function dial(day: string, time: string, subject: string, moment: string, told: Dial): JournalEntry[] {
  const { n = 1, disposition, talk, hold = 0, revision = 1 } = told;
  const attemptId = `${moment}-1-${subject}-${n}`;
  const startedAt = at(day, time);
  const attempt: JournalEntry = {
    kind: 'attempt',
    programme: 'suivi',
    day,
    time: startedAt,
    id: `attempt#${attemptId}#${revision}`,
    campaign: moment,
    cycle: 1,
    recipientId: subject,
    n,
    attemptId,
    startedAt,
    endedAt: startedAt,
    disposition,
    counts: true,
    numberRank: 0,
    answeredByCustomer: talk !== undefined,
    ...(talk === undefined ? {} : { agent: 'alice.arnaud' }),
    revision,
  };
  if (talk === undefined) return [attempt];
  const contactId = `contact-${attemptId}`;
  return [
    attempt,
    {
      kind: 'contact',
      programme: 'suivi',
      day,
      time: startedAt,
      id: `contact#${contactId}#${startedAt}`,
      contactId,
      initialContactId: contactId,
      lastUpdate: startedAt,
      initiation: 'API',
      initiatedAt: startedAt,
      disconnectedAt: startedAt,
      scheme: 'SUIVI_J2',
      attemptId,
      agent: {
        username: 'alice.arnaud',
        connectedAt: startedAt,
        interactionSeconds: talk,
        holdSeconds: hold,
        afterContactSeconds: 45,
      },
    },
  ];
}

export function message(
  day: string,
  time: string,
  subject: string,
  moment: string,
  change: MessageEntry['change'],
  purpose: MessageEntry['purpose'] = 'survey',
): JournalEntry {
  const messageId = `${purpose}-${moment}-${subject}`;
  return {
    kind: 'message',
    programme: 'suivi',
    day,
    time: at(day, time),
    id: `message#${messageId}#1#${change.type}`,
    messageId,
    attempt: 1,
    subject,
    template: `suivi-${moment}`,
    templateVersion: 1,
    purpose,
    occasion: moment,
    change,
  };
}

export function questionnaire(
  day: string,
  time: string,
  subject: string,
  moment: string,
  more: Partial<QuestionnaireEntry> = {},
): JournalEntry {
  const revision = more.revision ?? 1;
  return {
    kind: 'questionnaire',
    programme: 'suivi',
    day,
    time: at(day, time),
    id: `questionnaire#${moment}-1-${subject}#${revision}`,
    questionnaireId: moment,
    version: '1',
    subject,
    campaign: moment,
    cycle: 1,
    attemptId: `${moment}-1-${subject}-0`,
    channel: 'web',
    state: 'complete',
    answers: {},
    score: 0,
    alerts: [],
    corrections: [],
    callback: false,
    byThirdParty: false,
    revision,
    ...more,
  };
}

export function referral(day: string, time: string, subject: string, moment: string, cell: string): JournalEntry {
  return {
    kind: 'referral',
    programme: 'suivi',
    day,
    time: at(day, time),
    id: `referral#${subject}#${cell}#created`,
    referralId: `${subject}-${cell}`,
    subject,
    campaign: moment,
    cycle: '1',
    cell,
    level: 'appui',
    reasons: ['Logement'],
    change: { type: 'created', causeId: 'c1' },
  };
}
