import { type ConsentPorts, stopMessages } from '../consent/note-consent.ts';
import type { Links, LinkTokens } from '../link/links.ts';
import { openLink } from '../link/open-link.ts';
import type { MessageOrder } from '../message/message-order.ts';
import type { MessagePorts } from '../message/message-ports.ts';
import type { MessageState } from '../message/message-state.ts';
import { planMessages } from '../message/plan-messages.ts';
import { messageStates, withdrawMessages } from '../message/withdraw-messages.ts';
import type { FollowUpTexts, MomentText } from './follow-up-ports.ts';
import type { MessageEnd } from './followed-person.ts';

export interface MessageTextsPorts extends MessagePorts {
  readonly consents: ConsentPorts['consents'];
  readonly links: { readonly tokens: LinkTokens; readonly links: Pick<Links, 'open'> };
}

/** Refusing to be followed is said under these words: the script of the moment at which it was. */
const refusalText = 'refus-de-suivi';
/** Links opened at once. */
const parallel = 25;

const ends: Readonly<Record<MessageState, MessageEnd | 'unsent'>> = {
  planned: 'unsent',
  sending: 'unsent',
  sent: 'sent',
  delivered: 'sent',
  failed: 'failed',
  dropped: 'failed',
  undetermined: 'failed',
};

/** SMS of moments are messages, each with a link that opens its questionnaire (ARS-02, -03). */
export function messageTexts(ports: MessageTextsPorts): FollowUpTexts {
  return {
    async plan(programme, texts) {
      // A link opens before anybody can have it.
      for (let start = 0; start < texts.length; start += parallel) {
        await Promise.all(
          texts.slice(start, start + parallel).map((text) => openLink(linkOf(programme, text), ports.links)),
        );
      }
      await planMessages(
        texts.map((text) => orderOf(programme, text)),
        ports,
      );
    },

    async withdraw(programme, texts, at) {
      await withdrawMessages(
        programme,
        texts.map((text) => {
          const { programme: _programme, at: _at, ...planned } = orderOf(programme, text);
          return planned;
        }),
        at,
        ports,
      );
    },

    async silence(programme, recipientIds, at) {
      const { timeZone } = await ports.content.inForce(programme, 'calendar', at);
      for (const subject of recipientIds) {
        await stopMessages(
          { programme, timeZone, holder: { subject }, at, channel: 'agent', textVersion: refusalText },
          ports,
        );
      }
    },

    async states(programme, ids) {
      const found = await messageStates(programme, ids, ports);
      return new Map([...found].map(([id, { state }]) => [id, ends[state]]));
    },
  };
}

function linkOf(programme: string, { recipientId, moment, linkUntil }: MomentText) {
  return { programme, purpose: 'survey', subject: recipientId, occasion: moment, expiresAt: linkUntil } as const;
}

function orderOf(programme: string, text: MomentText): MessageOrder {
  const { id, recipientId, moment, template, purpose, at, notAfter, linkUntil } = text;
  return {
    id,
    programme,
    subject: recipientId,
    template,
    fields: {},
    link: { purpose: 'survey', occasion: moment, expiresAt: linkUntil },
    at,
    notAfter,
    purpose,
    occasion: moment,
  };
}
