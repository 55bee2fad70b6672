import { json, neededId, object } from './parameter-rule.ts';
import { serviceAction } from './service-action.ts';

/** Looks values up in a data table; the host answers `{<Query>: {<Attribute>: value}}`, read under `$.DataTables`. */
export const evaluateDataTableValues = serviceAction({
  type: 'EvaluateDataTableValues',
  namespace: 'DataTables',
  parameters: object({ DataTableId: neededId, Queries: json({ required: true }) }),
  source: 'field: connect-flow-builder catalog 2026-06',
});
