import { done, failure } from '../run/outcome.ts';
import { defineAction } from './action-definition.ts';
import { attributeNameProblems, attributeProblem } from './attribute-limits.ts';
import { choice, map, object, template } from './parameter-rule.ts';

/** Sets contact attributes, all or none. */
export const updateContactAttributes = defineAction({
  type: 'UpdateContactAttributes',
  parameters: object({
    Attributes: map(template(), { required: true }),
    TargetContact: choice(['Current', 'Related']),
  }),
  check: attributeNameProblems('Attributes'),
  run(step) {
    const { contact } = step;
    const values = step.texts(step.object('Attributes') ?? {});
    const isRelated = step.text('TargetContact') === 'Related';
    const target = isRelated ? contact.relatedAttributes : contact.attributes;
    if (target === undefined) return failure('TargetContact is Related, but the contact has no related contact');
    const problem = attributeProblem(target, values);
    if (problem !== undefined) return failure(problem);
    Object.assign(target, values);
    return done;
  },
});
