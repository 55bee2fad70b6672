import { json, neededId, object } from './parameter-rule.ts';
import { serviceAction } from './service-action.ts';

/** Writes values to a data table. */
export const upsertDataTableValues = serviceAction({
  type: 'UpsertDataTableValues',
  namespace: 'DataTables',
  parameters: object({
    DataTableId: neededId,
    LockVersion: json(),
    DataTableUpsertAttributes: json({ required: true }),
  }),
  source: 'field: connect-flow-builder catalog 2026-06',
});
