import { json, neededId, object } from './parameter-rule.ts';
import { serviceAction } from './service-action.ts';

/** Reads rows of a data table, under `$.DataTables`. */
export const listDataTableValues = serviceAction({
  type: 'ListDataTableValues',
  namespace: 'DataTables',
  parameters: object({ DataTableId: neededId, PrimaryKeyGroups: json() }),
  source: 'field: connect-flow-builder catalog 2026-06',
});
