import { noMatchingError } from '../model/error-types.ts';
import { id, json, list, object, string } from './parameter-rule.ts';
import { serviceAction } from './service-action.ts';

/** Finds a case by its fields and reads others of it into `$.Case`. */
export const getCase = serviceAction({
  type: 'GetCase',
  namespace: 'Case',
  parameters: object({
    LinkContactToCase: id(),
    ContactToLink: id({ unconfirmed: 'seen in newer exports only' }),
    CaseTemplateId: id(),
    GetLastUpdatedCase: id(),
    CaseRequestFields: json(),
    CaseResponseFields: list(string()),
  }),
  branches: {
    errors: ['MultipleFound', 'NoneFound', noMatchingError],
    optionalErrors: ['ContactNotLinked'],
  },
});
