import type { MessageRules } from '../../../domain/message/message-rules.ts';
import type { MessageTemplate } from '../../../domain/message/message-template.ts';

/** A health programme of the south of France, one-way. */
export const rules: MessageRules = {
  senders: [
    { country: 'FR', type: 'sender-id', id: 'ARSPACA' },
    { country: 'NC', type: 'sender-id', id: 'ARS-PACA' },
  ],
  quietHours: { from: '08:00', to: '20:00', days: [1, 2, 3, 4, 5, 6], holidays: false, crisis: false },
  forbiddenWords: ['covid*', 'malad*', 'RSA', 'test'],
  maxParts: 1,
  linkLength: 80,
  prices: { FR: 0.0742, NC: 0.11 },
  maxPricePerPart: 0.15,
  basis: 'opt-out',
  retry: { maxAttempts: 2, afterMinutes: 30 },
};

export const template: MessageTemplate = {
  code: 'j2',
  version: 1,
  purpose: 'survey',
  text: 'ARS PACA: merci de repondre en 2 min: {link} Sans reponse, nous vous appelons.',
  fields: [],
};
