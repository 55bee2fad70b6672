import { ownString } from '../json/json.ts';
import { noMatchingError } from '../model/error-types.ts';
import { id, json, neededId, object } from './parameter-rule.ts';
import { serviceAction } from './service-action.ts';

/** Opens a case; its id is `$.Case.case_id`. */
export const createCase = serviceAction({
  type: 'CreateCase',
  namespace: 'Case',
  parameters: object({
    LinkContactToCase: id(),
    ContactToLink: id({ unconfirmed: 'seen in newer exports only' }),
    CaseTemplateId: neededId,
    CaseRequestFields: json({ required: true }),
  }),
  branches: ({ parameters }) =>
    ownString(parameters, 'LinkContactToCase')?.toLowerCase() === 'true'
      ? { errors: ['ContactNotLinked', noMatchingError] }
      : { errors: [noMatchingError], optionalErrors: ['ContactNotLinked'] },
});
