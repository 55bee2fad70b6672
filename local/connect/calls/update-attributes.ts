import type { Contact } from '../contact.ts';
import { reissueRecord } from '../emissions/contact-records.ts';
import type { World } from '../world.ts';

/** Sets user attributes of a contact; once it has a record, a new one is issued. An empty value stays, as live. */
export function updateAttributes(world: World, contact: Contact, attributes: Readonly<Record<string, string>>): void {
  for (const [key, value] of Object.entries(attributes)) contact.state.attributes[key] = value;
  if (contact.phase === 'completed') reissueRecord(world, contact);
}
