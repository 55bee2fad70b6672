import { done, failure } from '../run/outcome.ts';
import { type ActionDefinition, inboundTransfersAndQueue, nextOrError } from './action-definition.ts';
import { json, object } from './parameter-rule.ts';

/** Asks for agents by proficiency, step by step. AWS's own template has this name; its documentation says UpdateRoutingCriteria. */
export const updateContactRoutingCriteria: ActionDefinition = {
  type: 'UpdateContactRoutingCriteria',
  group: 'flow-control',
  parameters: object({ RoutingCriteria: json({ required: true }) }),
  branches: nextOrError,
  flowTypes: inboundTransfersAndQueue,
  channels: 'all',
  source: 'devguide: flow-control-actions-updateroutingcriteria',
  run(step) {
    const criteria = step.object('RoutingCriteria');
    if (criteria === undefined) return failure('RoutingCriteria is missing');
    step.contact.routingCriteria = step.json(criteria);
    return done;
  },
};

/** The same action under its documented name. */
export const updateRoutingCriteria: ActionDefinition = {
  ...updateContactRoutingCriteria,
  type: 'UpdateRoutingCriteria',
};
