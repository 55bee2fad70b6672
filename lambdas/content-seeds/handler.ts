import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import type { NamedContact } from '../../domain/contact/named-contact.ts';
import { readContacts } from '../../domain/contact/read-contacts.ts';
import { type SeedPorts, seedContent } from '../../domain/content/seed-content.ts';
import type { KnowledgeBase } from '../../domain/knowledge/knowledge-base.ts';
import { seedCards } from '../../domain/knowledge/seed-cards.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { DefinitionReader } from '../../domain/questionnaire/definition-reader.ts';
import { type CustomResourceAnswer, property } from '../middleware/custom-resource.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { log } from '../middleware/log.ts';

export interface ContentSeedsParts {
  readonly ports: SeedPorts;
  /** Absent where agents have no cards. */
  readonly knowledge?: Pick<KnowledgeBase, 'published' | 'publish'>;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly now: () => string;
}

/** Writes the seeds of a programme at each deployment that changes them. Deleting the stack leaves content where it is: it is data. */
export function contentSeedsHandler(
  parts: () => Promise<ContentSeedsParts>,
): FunctionHandler<CloudFormationCustomResourceEvent, CustomResourceAnswer> {
  return functionHandler('content-seeds', async (event) => {
    const name = property(event.ResourceProperties, 'Programme');
    const answer = { PhysicalResourceId: `content-seeds/${name}` };
    if (event.RequestType === 'Delete') {
      return answer;
    }
    const { ports, knowledge, programmes, now } = await parts();
    const programme = programmes[name];
    if (programme === undefined) {
      throw new Error(`Property Programme is "${name}"; accepted: ${Object.keys(programmes).join(', ')}`);
    }
    const at = now();
    const written = await seedContent(programme, at, ports, contactsOf(event.ResourceProperties['Contacts']));
    if (knowledge !== undefined && programme.knowledge !== undefined) {
      const { cards } = programme.knowledge;
      await seedCards(cards, { programme: name, at, id: `seed-${ports.hash(cards)}` }, knowledge);
    }
    log('info', 'content-seeds: kinds written', { programme: name, written: written.join(' ') });
    return answer;
  });
}

/** Of a deployment that names nobody yet, an empty list: a supervisor is to name them. */
function contactsOf(property: unknown): readonly NamedContact[] | undefined {
  if (property === undefined) {
    return undefined;
  }
  const reader = new DefinitionReader();
  const contacts = readContacts(reader, typeof property === 'string' ? JSON.parse(property) : property);
  if (reader.faults.length > 0) {
    throw new Error(`Property Contacts: ${reader.faults.map(({ text }) => text).join(' ')}`);
  }
  return contacts;
}
