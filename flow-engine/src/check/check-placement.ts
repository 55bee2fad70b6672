import { sourceOf } from '../actions/action-definition.ts';
import { actionTable } from '../actions/action-table.ts';
import { unconverted } from '../legacy/convert-legacy-export.ts';
import { meantBy } from './invented-types.ts';
import type { Check } from './report.ts';

/** Does every action exist, and may it stand in this type of flow? */
export const checkPlacement: Check = (flow, report) => {
  for (const { identifier, type } of flow.actions.values()) {
    const definition = actionTable.get(type);
    if (definition === undefined) {
      // Reported when the document was read.
      if (flow.isConverted && type.startsWith(unconverted)) continue;
      report({
        code: 'unknown-action-type',
        action: identifier,
        property: 'Type',
        value: type,
        accepted: meantBy(type) ?? 'an action of the flow language 2019-10-30',
        message: `"${type}" is not an action of the flow language`,
        source: 'devguide: flow-language-actions',
      });
      continue;
    }
    const { flowTypes } = definition;
    const source = sourceOf(definition);
    if (flowTypes === 'modules') {
      if (!flow.isModule)
        report({
          code: 'misplaced-action',
          action: identifier,
          property: 'Type',
          value: type,
          accepted: 'modules only',
          message: `${type} ends a module; this is a flow`,
          source,
        });
    } else if (flowTypes !== 'all' && flow.type !== undefined && !flowTypes.includes(flow.type))
      report({
        code: 'misplaced-action',
        action: identifier,
        property: 'Type',
        value: type,
        accepted: flowTypes.join(', '),
        message: `${type} cannot stand in a flow of type ${flow.type}`,
        source,
      });
  }
};
