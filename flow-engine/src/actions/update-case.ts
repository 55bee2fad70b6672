import { noMatchingError } from '../model/error-types.ts';
import { id, json, neededId, object } from './parameter-rule.ts';
import { serviceAction } from './service-action.ts';

/** Changes fields of a case. */
export const updateCase = serviceAction({
  type: 'UpdateCase',
  namespace: 'Case',
  parameters: object({
    CaseId: neededId,
    LinkContactToCase: id(),
    ContactToLink: id({ unconfirmed: 'seen in newer exports only' }),
    CaseRequestFields: json({ required: true }),
  }),
  branches: { errors: [noMatchingError], optionalErrors: ['ContactNotLinked'] },
});
