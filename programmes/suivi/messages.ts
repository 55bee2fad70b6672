import type { MessageContent } from '../../domain/programme/message-content.ts';

/**
 * What the ARS writes (ARS-02): who sends and why to open the link, nothing of health, since anybody may read a phone over a shoulder (COMMON-48). Letters of
 * GSM-7 only, one part with its link: an address of the API takes 80 characters.
 */
export const messages: MessageContent = {
  messageTemplates: [
    template('suivi-j2', 'survey', 'ARS PACA: merci de repondre en 2 min: {link} Sinon un conseiller vous appelle.'),
    template('suivi-j4', 'survey', 'ARS PACA: 2e point de suivi, 2 min: {link} Sinon un conseiller vous appelle.'),
    template('suivi-j7', 'survey', 'ARS PACA: point de suivi, 2 min: {link} Sinon un conseiller vous appelle.'),
    template('suivi-j9', 'survey', 'ARS PACA: dernier point de suivi: {link} Sinon un conseiller vous appelle.'),
    template(
      'suivi-relance',
      'reminder',
      'ARS PACA: il est encore temps de repondre: {link} Sinon un conseiller appelle.',
    ),
  ],
  messageRules: {
    senders: [{ country: 'FR', type: 'sender-id', id: 'ARSPACA' }],
    // Sundays and holidays too: the moment of a person is that day, and the call alone waits for the next open one.
    quietHours: { from: '08:00', to: '20:00', days: [1, 2, 3, 4, 5, 6, 7], holidays: true, crisis: false },
    forbiddenWords: [
      'covid*',
      'corona*',
      'virus',
      'malad*',
      'contamin*',
      'infect*',
      'symptom*',
      'isolement',
      'quarantaine',
      'test*',
      'positi*',
      'negati*',
      'sante',
      'medec*',
      'RSA',
    ],
    maxParts: 1,
    linkLength: 80,
    // US dollars a part, price list of the provider, November 2026.
    prices: { FR: 0.0742 },
    maxPricePerPart: 0.15,
    // A mission of public health: whoever does not object (ARS-22, CNIL).
    basis: 'opt-out',
    // Who did not get the message is called, without waiting (ARS-10).
    retry: { maxAttempts: 1, afterMinutes: 60 },
  },
};

function template(code: string, purpose: 'survey' | 'reminder', text: string) {
  return { code, version: 1, purpose, text, fields: [] };
}
