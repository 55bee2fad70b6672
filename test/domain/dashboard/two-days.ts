import type { JournalEntry } from '../../../domain/journal/entry.ts';
import { at, callDue, dial, followUp, message, monday, questionnaire, referral, tuesday } from './follow-up-day.ts';

const delivered = (day: string, sent: string, got: string) => ({
  type: 'delivered' as const,
  sentAt: at(day, sent),
  at: at(day, got),
  parts: 1,
  price: 0.0742,
});

/** Two days of six people. p13c and p84c are cases, p06k, p83k, p05k contacts, p13k a contact with a landline. */
export const twoDays: readonly JournalEntry[] = [
  // Monday: six messages, two answers by web, four calls due, one of them never made.
  message(monday, '09:01', 'p13c', 'j2', delivered(monday, '09:00', '09:01')),
  message(monday, '09:01', 'p84c', 'j2', delivered(monday, '09:00', '09:01')),
  message(monday, '09:01', 'p06k', 'j2', delivered(monday, '09:00', '09:01')),
  message(monday, '09:05', 'p83k', 'j7', {
    type: 'failed',
    sentAt: at(monday, '09:00'),
    at: at(monday, '09:05'),
    cause: 'INVALID',
    permanent: true,
    final: true,
  }),
  message(monday, '09:20', 'p05k', 'j7', { type: 'undetermined', sentAt: at(monday, '09:00') }),
  message(monday, '09:00', 'p13k', 'j2', { type: 'dropped', at: at(monday, '09:00'), reason: 'landline' }),
  message(monday, '11:01', 'p84c', 'j2', delivered(monday, '11:00', '11:01'), 'reminder'),
  questionnaire(monday, '09:30', 'p13c', 'j2', { answers: { vulnerabilite: 'logement' } }),
  followUp(monday, '09:30', 'p13c', 'j2', { type: 'vulnerable', reason: 'logement', by: 'web' }),
  referral(monday, '09:30', 'p13c', 'j2', 'ctai-13'),
  questionnaire(monday, '12:00', 'p06k', 'j2'),
  callDue(monday, '09:05', 'p83k', 'j7'),
  callDue(monday, '09:05', 'p13k', 'j2'),
  callDue(monday, '13:00', 'p84c', 'j2'),
  callDue(monday, '13:00', 'p05k', 'j7'),
  ...dial(monday, '09:30', 'p83k', 'j7', { disposition: 'no-answer' }),
  ...dial(monday, '11:30', 'p83k', 'j7', { n: 2, disposition: 'complete', talk: 240, hold: 10 }),
  questionnaire(monday, '11:34', 'p83k', 'j7', { channel: 'agent', answers: { test: 'pas-fait' } }),
  followUp(monday, '11:34', 'p83k', 'j7', { type: 'not-tested' }),
  ...dial(monday, '10:00', 'p13k', 'j2', { disposition: 'refused', talk: 50 }),
  followUp(monday, '10:01', 'p13k', 'j2', { type: 'refused', motive: 'mefiance' }),
  ...dial(monday, '14:00', 'p84c', 'j2', { disposition: 'voicemail', talk: 12 }),
  followUp(monday, '19:05', 'p05k', 'j7', { type: 'postponed', to: tuesday }),
  followUp(monday, '08:00', 'p13k', '', {
    type: 'included',
    anchor: '2026-02-21',
    anchorKind: 'cpam',
    vulnerable: true,
    minor: false,
  }),
  // Tuesday: who was put off is called; p84c has his second call, carried over, and is unreachable.
  ...dial(tuesday, '09:10', 'p05k', 'j7', { disposition: 'partial', talk: 100 }),
  ...dial(tuesday, '09:00', 'p84c', 'j2', { n: 2, disposition: 'no-answer' }),
  followUp(tuesday, '09:01', 'p84c', 'j2', { type: 'unreachable' }),
  followUp(tuesday, '09:01', 'p84c', '', { type: 'abandoned', motive: 'injoignable' }),
  callDue(tuesday, '13:00', 'p06k', 'j4'),
  followUp(tuesday, '14:00', 'p06k', 'j4', { type: 'call-withdrawn', reason: 'answered' }),
];
