import { localDay } from '../calendar/local-time.ts';
import type { Journal } from '../journal/journal.ts';
import { type ConsentFact, type ConsentHolder, messagesScope } from './consent.ts';
import type { ConsentEntry } from './consent-entry.ts';
import type { ConsentLedger } from './consent-ledger.ts';

export interface ConsentPorts {
  readonly consents: Pick<ConsentLedger, 'append'>;
  readonly journal: Pick<Journal, 'append'>;
}

export interface ConsentOrder {
  readonly programme: string;
  /** Whose journal tells it, where structures share a programme. */
  readonly structure?: string;
  /** IANA zone of the programme. */
  readonly timeZone: string;
  readonly holder: ConsentHolder;
  readonly fact: ConsentFact;
}

/** Writes down what somebody said. It holds from the write on; filed again, it is one fact. */
export async function noteConsent(order: ConsentOrder, ports: ConsentPorts): Promise<void> {
  await ports.consents.append(order.programme, order.holder, order.fact);
  await ports.journal.append([consentEntry(order)]);
}

/** The same, for the journal. */
export function consentEntry({ programme, structure, timeZone, holder, fact }: ConsentOrder): ConsentEntry {
  const { at, ...said } = fact;
  const name = 'subject' in holder ? holder.subject : holder.numberKey;
  return {
    kind: 'consent',
    programme,
    ...(structure === undefined ? {} : { structure }),
    day: localDay(timeZone, at),
    time: at,
    id: `consent#${name}#${said.scope}#${said.change}#${said.channel}`,
    ...holder,
    ...said,
  };
}

/** STOP, by whatever way it was said (COMMON-12): no message to this person, or to this number, leaves any more. */
export async function stopMessages(
  order: Omit<ConsentOrder, 'fact'> & Pick<ConsentFact, 'at' | 'channel' | 'textVersion'>,
  ports: ConsentPorts,
): Promise<void> {
  const { at, channel, textVersion, ...whose } = order;
  const fact = { scope: messagesScope, change: 'withdrawn', at, channel, textVersion } as const;
  await noteConsent({ ...whose, fact }, ports);
}
