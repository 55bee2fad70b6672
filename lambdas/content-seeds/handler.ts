import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { type SeedPorts, seedContent } from '../../domain/content/seed-content.ts';
import type { KnowledgeBase } from '../../domain/knowledge/knowledge-base.ts';
import { seedCards } from '../../domain/knowledge/seed-cards.ts';
import type { Programme } from '../../domain/programme/programme.ts';
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
    const written = await seedContent(programme, at, ports);
    if (knowledge !== undefined && programme.knowledge !== undefined) {
      const { cards } = programme.knowledge;
      await seedCards(cards, { programme: name, at, id: `seed-${ports.hash(cards)}` }, knowledge);
    }
    log('info', 'content-seeds: kinds written', { programme: name, written: written.join(' ') });
    return answer;
  });
}
