import type { NamedContact } from '../../domain/contact/named-contact.ts';
import type { Deployment } from './deployment.ts';

/** Whom a deployment names for a programme (SAMPS-41): its contacts until a supervisor names others. */
export function namedContacts(
  { clientContacts, houseContacts = [] }: Pick<Deployment, 'clientContacts' | 'houseContacts'>,
  programme: string,
): readonly NamedContact[] {
  const of = (people: Deployment['clientContacts'], side: NamedContact['side']) =>
    people
      .filter((one) => one.programme === programme)
      .map(({ name, role, email }) => ({ name, role, email: email.toLowerCase(), side }));
  return [...of(clientContacts, 'client'), ...of(houseContacts, 'house')];
}
