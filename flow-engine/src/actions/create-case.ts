import { ownString } from '../json/json.ts';
import { id, json, object } from './parameter-rule.ts';
import { serviceAction } from './service-action.ts';

/** Opens a case; its id is `$.Case.case_id`. */
export const createCase = serviceAction({
  type: 'CreateCase',
  namespace: 'Case',
  parameters: object({
    LinkContactToCase: id(),
    ContactToLink: id({ unconfirmed: 'seen in newer exports only' }),
    CaseTemplateId: id({ required: true }),
    CaseRequestFields: json({ required: true }),
  }),
  branches: ({ parameters }) => ({
    errors:
      ownString(parameters, 'LinkContactToCase')?.toLowerCase() === 'true'
        ? { required: ['ContactNotLinked', 'NoMatchingError'], optional: [] }
        : { required: ['NoMatchingError'], optional: ['ContactNotLinked'] },
    next: 'required',
  }),
});
