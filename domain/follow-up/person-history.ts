import type { Recipient } from '../campaign/recipient.ts';
import type { Message } from '../message/message.ts';
import { messageStateOf } from '../message/message-state.ts';
import type { QuestionnaireRecord } from '../questionnaire/questionnaire-record.ts';
import type { ReferralItem } from '../referral/referrals.ts';
import type { FollowedPerson } from './followed-person.ts';
import { type FollowUpRules, planMoments } from './plan-moments.ts';

/** All that is kept of a person beside who they are. */
export interface KeptOfPerson {
  readonly messages: readonly Message[];
  /** As campaigns have them, one a moment at most. */
  readonly recipients: readonly Recipient[];
  readonly records: readonly QuestionnaireRecord[];
  readonly referrals: readonly ReferralItem[];
}

/** Something that happened to a person, or is planned for them. `at`: ISO instant, or local day of what is planned. */
export interface HistoryLine {
  readonly at: string;
  readonly moment?: string;
  readonly type:
    | 'included'
    | 'planned'
    | 'opened'
    | 'message'
    | 'attempt'
    | 'answers'
    | 'referral'
    | 'flag'
    | 'closed'
    | 'ended';
  /** Codes and facts, by name; nothing that says who they are. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The life of a followed person in order (ARS-04): status, moments, SMS, calls, answers, referrals, and what is still planned. */
export function personHistory(
  person: FollowedPerson,
  rules: FollowUpRules,
  kept: KeptOfPerson,
): readonly HistoryLine[] {
  const { status, anchor, anchorKind, minor, departement, vulnerable, notTested, refused, abandoned, endedAt } = person;
  const flag = (
    name: string,
    fact: { readonly at: string; readonly moment?: string } | undefined,
  ): readonly HistoryLine[] =>
    fact === undefined ? [] : [{ ...momentOf(fact.moment), at: fact.at, type: 'flag', facts: { flag: name, ...fact } }];
  const lines: readonly HistoryLine[] = [
    { at: person.includedAt, type: 'included', facts: { status, anchor, anchorKind, minor, departement } },
    ...momentLines(person, rules),
    ...flag('vulnerable', vulnerable),
    ...flag('not-tested', notTested),
    ...flag('refused', refused),
    ...flag('abandoned', abandoned),
    ...(endedAt === undefined ? [] : [{ at: endedAt, type: 'ended', facts: {} } as const]),
    ...kept.messages.map(
      (message): HistoryLine => ({
        ...momentOf(message.occasion),
        at: message.attempts[0]?.at ?? message.dropped?.at ?? '',
        type: 'message',
        facts: {
          template: message.template,
          purpose: message.purpose,
          state: messageStateOf(message),
          reason: message.dropped?.reason,
        },
      }),
    ),
    ...kept.recipients.flatMap(({ campaign: moment, attempts }) =>
      attempts.map(
        ({ n, startedAt: at, call, said }): HistoryLine => ({
          ...{ at, moment, type: 'attempt' },
          facts: {
            n,
            disposition: said?.disposition ?? call?.disposition ?? 'pending',
            agent: said?.agent ?? call?.agent,
          },
        }),
      ),
    ),
    ...kept.records.map(
      ({ campaign: moment, savedAt: at, channel, answers, questionnaireId, version }): HistoryLine => ({
        ...{ at, moment, type: 'answers' },
        facts: { channel, questionnaireId, version, answers },
      }),
    ),
    ...kept.referrals.map(({ subject, facts }): HistoryLine => {
      const [first] = facts.causes;
      const state = facts.closings.length > 0 ? 'closed' : facts.acknowledgements.length > 0 ? 'acknowledged' : 'open';
      return {
        ...momentOf(subject.campaign),
        at: first?.at ?? '',
        type: 'referral',
        facts: { cell: subject.cell, level: first?.level, reasons: first?.reasons, state },
      };
    }),
  ];
  return lines.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function momentLines(person: FollowedPerson, rules: FollowUpRules): readonly HistoryLine[] {
  return planMoments(person, rules).flatMap(({ moment: { code: moment }, smsDay, callDay, movedFrom }) => {
    const { openedAt, closed } = person.moments[moment] ?? {};
    const days = { smsDay, callDay, ...(movedFrom === undefined ? {} : { movedFrom }) };
    const opened: readonly HistoryLine[] =
      openedAt === undefined
        ? closed === undefined && person.endedAt === undefined
          ? [{ at: smsDay, moment, type: 'planned', facts: days }]
          : []
        : [{ at: openedAt, moment, type: 'opened', facts: days }];
    return closed === undefined
      ? opened
      : [...opened, { at: closed.at, moment, type: 'closed', facts: { as: closed.as } }];
  });
}

function momentOf(moment: string | undefined) {
  return moment === undefined ? {} : { moment };
}
