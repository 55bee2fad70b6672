import { ownArray } from '../json/json.ts';
import { done } from '../run/outcome.ts';
import { defineAction, nextErrorOptional } from './action-definition.ts';
import { list, object, template } from './parameter-rule.ts';

/** Removes user-defined tags; one that is not there is no error. */
export const untagContact = defineAction({
  type: 'UnTagContact',
  parameters: object({ TagKeys: list(template(), { required: true, minimum: 1 }) }),
  branches: nextErrorOptional,
  run(step) {
    for (const key of ownArray(step.action.parameters, 'TagKeys') ?? [])
      if (typeof key === 'string') delete step.contact.tags[step.render(key)];
    return done;
  },
});
