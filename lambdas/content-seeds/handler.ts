import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { type SeedPorts, seedContent } from '../../domain/content/seed-content.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { type CustomResourceAnswer, property } from '../middleware/custom-resource.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { log } from '../middleware/log.ts';

export interface ContentSeedsParts {
  readonly ports: SeedPorts;
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
    const { ports, programmes, now } = await parts();
    const programme = programmes[name];
    if (programme === undefined) {
      throw new Error(`Property Programme is "${name}"; accepted: ${Object.keys(programmes).join(', ')}`);
    }
    const written = await seedContent(programme, now(), ports);
    log('info', 'content-seeds: kinds written', { programme: name, written: written.join(' ') });
    return answer;
  });
}
