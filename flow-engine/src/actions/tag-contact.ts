import { done } from '../run/outcome.ts';
import { defineAction, nextErrorOptional } from './action-definition.ts';
import { map, object, template } from './parameter-rule.ts';

/** Adds user-defined tags. */
export const tagContact = defineAction({
  type: 'TagContact',
  parameters: object({ Tags: map(template(), { required: true }) }),
  branches: nextErrorOptional,
  run(step) {
    Object.assign(step.contact.tags, step.texts(step.object('Tags') ?? {}));
    return done;
  },
});
