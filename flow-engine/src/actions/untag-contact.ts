import { ownArray } from '../json/json.ts';
import { done } from '../run/outcome.ts';
import { type ActionDefinition, nextErrorOptional } from './action-definition.ts';
import { list, object, template } from './parameter-rule.ts';

/** Removes user-defined tags; one that is not there is no error. */
export const untagContact: ActionDefinition = {
  type: 'UnTagContact',
  group: 'contact',
  support: 'simulated',
  parameters: object({ TagKeys: list(template(), { required: true, minimum: 1 }) }),
  branches: nextErrorOptional,
  flowTypes: 'all',
  channels: 'all',
  run(step) {
    for (const key of ownArray(step.action.parameters, 'TagKeys') ?? [])
      if (typeof key === 'string') delete step.contact.tags[step.render(key)];
    return done;
  },
};
