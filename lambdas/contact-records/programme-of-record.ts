import { contactAttributes } from '../../contracts/attributes.ts';
import type { Registry } from '../../contracts/registry.ts';
import { type ContactRecord, ContactRecordError } from '../../domain/call/contact-record.ts';
import type { Programme } from '../../domain/programme/programme.ts';

/** Programme of a record: the one its flow named, else that of the number dialled (a call that no flow could mark). Throws naming what is accepted. */
export function programmeOfRecord(
  { contactId, systemNumber, attributes }: ContactRecord,
  { numbers }: Registry,
  programmes: Readonly<Record<string, Programme>>,
): Programme {
  const name = attributes[contactAttributes.programme] || numbers[systemNumber ?? ''] || '';
  const programme = programmes[name];
  if (programme === undefined) {
    throw new ContactRecordError(
      `Contact ${contactId}: programme "${name}"; accepted: ${Object.keys(programmes).join(', ')}`,
    );
  }
  return programme;
}
