import { contactAttributes } from '../../contracts/attributes.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { FlowEvent } from './flow-event.ts';

/** Programme the flow says it belongs to; throws when the flow says none, or one that this deployment does not have. */
export function programmeOf(
  event: Pick<FlowEvent, 'attributes' | 'contactId'>,
  programmes: Readonly<Record<string, Programme>>,
): Programme {
  const named = event.attributes[contactAttributes.programme];
  const [only, ...others] = Object.values(programmes);
  const programme = named ? programmes[named] : others.length === 0 ? only : undefined;
  if (programme === undefined) {
    throw new Error(
      `Contact ${event.contactId}: attribute "programme" is "${named ?? ''}"; accepted: ${Object.keys(programmes).join(', ')}`,
    );
  }
  return programme;
}
