import { isJsonObject, type JsonValue, own } from '../json/json.ts';
import { utf8Length } from '../json/utf8-length.ts';
import { noMatchingCondition, noMatchingError, timeLimitExceeded } from '../model/error-types.ts';
import { failure, result } from '../run/outcome.ts';
import { defineAction } from './action-definition.ts';
import { id, integer, json, list, neededId, object, string } from './parameter-rule.ts';

/** Inputs of a view and the contact's attributes together (adminguide: show-view-block). */
const maximumViewBytes = 16 * 1024;

/** Shows a guide view to the agent (or chat customer) and branches on the button pressed. */
export const showView = defineAction({
  type: 'ShowView',
  group: 'participant',
  parameters: object({
    ViewResource: object({ Id: neededId, Version: id() }, { required: true }),
    InvocationTimeLimitSeconds: integer(1, 604_800, { required: true }),
    ViewData: json(),
    SensitiveDataConfiguration: object({ HideResponseOn: list(string()) }),
  }),
  branches: {
    conditions: {},
    errors: [noMatchingCondition, noMatchingError, timeLimitExceeded],
    next: 'placeholder',
  },
  flowTypes: ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'CAMPAIGN'],
  channels: ['CHAT'],
  source: 'adminguide: show-view-block',
  run(step) {
    const resource = step.object('ViewResource') ?? {};
    const viewId = step.text('Id', resource);
    if (viewId === undefined) return failure('ViewResource leads to no view');
    const seconds = step.integer('InvocationTimeLimitSeconds') ?? Number.NaN;
    if (!(seconds >= 1)) return failure(`InvocationTimeLimitSeconds is ${seconds}; accepted: 1 or more`);
    const data = step.json(own(step.action.parameters, 'ViewData') ?? {});
    const bytes = utf8Length(JSON.stringify(data)) + utf8Length(JSON.stringify(step.contact.attributes));
    if (bytes > maximumViewBytes) return failure(`the view needs ${bytes} bytes; accepted: ${maximumViewBytes}`);
    const version = step.text('Version', resource);
    return {
      kind: 'wait',
      waiting: { kind: 'view', viewId, data, seconds, ...(version === undefined ? {} : { version }) },
      accepts: ['view-result', 'service-error', 'timeout'],
      on(signal) {
        if (signal.kind === 'timeout') return failure(`no answer in ${seconds} s`, timeLimitExceeded);
        if (signal.kind === 'service-error') return failure(signal.message ?? 'the view failed');
        if (signal.kind !== 'view-result') return undefined;
        const entered: JsonValue = JSON.parse(JSON.stringify(signal.data ?? {}));
        step.contact.namespaces['Views'] = {
          Action: signal.action,
          ViewResultData: isJsonObject(entered) ? entered : {},
        };
        return result(signal.action);
      },
    };
  },
});
