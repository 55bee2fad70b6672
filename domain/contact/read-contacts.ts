import { contactSides } from '../../contracts/watch.ts';
import type { DefinitionReader } from '../questionnaire/definition-reader.ts';
import type { NamedContact } from './named-contact.ts';

/** What mail servers take, without what nobody writes (quotes, comments, addresses of machines). */
const address = /^[a-z0-9._%+'-]{1,64}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/;
const most = 20;

/** Named contacts (SAMPS-41), each address once. */
export function readContacts(reader: DefinitionReader, value: unknown): readonly NamedContact[] {
  const contacts = reader.list(
    value,
    'contacts',
    (one, place) => {
      const given = reader.members(one, place, ['name', 'role', 'email', 'side']);
      const email = typeof given['email'] === 'string' ? given['email'].trim().toLowerCase() : '';
      if (!address.test(email)) {
        reader.refuse(`${place}.email`, given['email'], 'une adresse telle que prenom.nom@exemple.nc');
      }
      return {
        name: reader.text(given['name'], `${place}.name`, 80).trim(),
        role: reader.text(given['role'], `${place}.role`, 80).trim(),
        email,
        side: reader.oneOf(given['side'], `${place}.side`, contactSides, 'house'),
      };
    },
    0,
  );
  const twice = contacts.find(({ email }, index) => contacts.findIndex((other) => other.email === email) !== index);
  if (twice !== undefined) {
    reader.refuse('contacts', twice.email, 'chaque adresse une seule fois');
  }
  if (contacts.length > most) {
    reader.refuse('contacts', contacts.length, `${most} personnes au plus`);
  }
  return contacts;
}

/** As a supervisor leaves them: « un interlocuteur référent est désigné de part et d'autre ». */
export function readNamedContacts(reader: DefinitionReader, value: unknown): readonly NamedContact[] {
  const contacts = readContacts(reader, value);
  const sides = new Set(contacts.map(({ side }) => side));
  if (reader.faults.length === 0 && sides.size < contactSides.length) {
    const missing = sides.has('client')
      ? 'du centre'
      : sides.has('house')
        ? 'du client'
        : 'du client, et une du centre';
    reader.refuse(
      'contacts',
      `${contacts.length} personne(s)`,
      `au moins deux personnes ; il manque une personne ${missing}`,
    );
  }
  return contacts;
}
