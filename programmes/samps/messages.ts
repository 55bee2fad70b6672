import type { MessageContent } from '../../domain/programme/message-content.ts';

/**
 * What the service writes: appointments, to mobiles whose holder agreed (SAMPS-27). Letters of GSM-7, one part with its link. New Caledonia lets a sender be
 * letters only: nobody can answer, and one stops by the link (COMMON-34).
 */
export const messages: MessageContent = {
  messageTemplates: [
    template('rdv-confirmation', 'information', 'SAMPS: rdv le {jour} a {heure}, {lieu}. Stop SMS: {link}'),
    template('rdv-rappel', 'reminder', 'SAMPS: rappel, rdv le {jour} a {heure}, {lieu}. Stop SMS: {link}'),
  ],
  messageRules: {
    senders: [{ country: 'NC', type: 'sender-id', id: 'SAMPS' }],
    quietHours: { from: '08:00', to: '20:00', days: [1, 2, 3, 4, 5, 6], holidays: false, crisis: false },
    forbiddenWords: ['malad*', 'handicap*', 'refus*', 'minimum', 'vieillesse', 'bourse*', 'medical*', 'aide*'],
    maxParts: 1,
    linkLength: 80,
    // US dollars a part, price list of the provider, November 2026.
    prices: { NC: 0.1142 },
    maxPricePerPart: 0.2,
    basis: 'consent',
    retry: { maxAttempts: 2, afterMinutes: 60 },
    // A confirmation may come some minutes after the call; looking each minute would wake a function 720 times a day for a few of them.
    everyMinutes: 5,
  },
};

function template(code: string, purpose: 'information' | 'reminder', text: string) {
  const fields = [
    { name: 'jour', type: 'day' },
    { name: 'heure', type: 'time' },
    { name: 'lieu', type: 'text', max: 24 },
  ] as const;
  return { code, version: 1, purpose, text, fields };
}
