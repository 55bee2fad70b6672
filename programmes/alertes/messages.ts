import type { MessageContent } from '../../domain/programme/message-content.ts';

/** How the centres write: their texts are their own, written in the application and not here. */
export const messages: MessageContent = {
  messageTemplates: [],
  messageRules: {
    senders: [{ country: 'FR', type: 'sender-id', id: 'CSCONNECTES' }],
    quietHours: { from: '08:00', to: '20:00', days: [1, 2, 3, 4, 5, 6], holidays: false, crisis: false },
    forbiddenWords: [],
    maxParts: 3,
    linkLength: 80,
    // US dollars a part, price list of the provider, November 2026.
    prices: { FR: 0.0742 },
    maxPricePerPart: 0.15,
    // Nobody is written to who has not ticked the box (ALERTES-05).
    basis: 'consent',
    retry: { maxAttempts: 2, afterMinutes: 60 },
  },
};
