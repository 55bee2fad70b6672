import { transitionsOf } from '../graph/transitions.ts';
import { own } from '../json/json.ts';
import { checkHoursType, transferToQueueType } from '../model/action-types.ts';
import type { Action, Flow } from '../model/flow.ts';
import { type Check, warning } from './report.ts';

/** Something that must have been set on every path before it is used. */
interface Need {
  readonly code: string;
  readonly setBy: string;
  readonly isUsedBy: (action: Action) => boolean;
  /** Flow types in which the service has set it before the flow starts. */
  readonly given: readonly string[];
  readonly message: string;
}

const namesTarget = ({ parameters }: Action): boolean =>
  ['QueueId', 'AgentId', 'HoursOfOperationId'].some((name) => own(parameters, name) !== undefined);

const needs: readonly Need[] = [
  {
    code: 'queue-not-set',
    setBy: 'UpdateContactTargetQueue',
    isUsedBy: (action) =>
      action.type === transferToQueueType ||
      ([checkHoursType, 'CheckMetricData', 'CreateCallbackContact'].includes(action.type) && !namesTarget(action)),
    given: [
      'CUSTOMER_QUEUE',
      'QUEUE_TRANSFER',
      'AGENT_TRANSFER',
      'CUSTOMER_WHISPER',
      'AGENT_WHISPER',
      'OUTBOUND_WHISPER',
    ],
    message: 'a contact can come here without a working queue',
  },
  {
    code: 'callback-number-not-set',
    setBy: 'UpdateContactCallbackNumber',
    isUsedBy: ({ type }) => type === 'CreateCallbackContact',
    given: [],
    message: 'a contact can come here without a callback number',
  },
];

/** Actions a run can come to without having passed a success of `setter`. */
const reachedWithout = (flow: Flow, setter: string): ReadonlySet<string> => {
  const reached = new Set<string>();
  const ahead = [flow.startAction];
  for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
    const action = flow.actions.get(node);
    if (action === undefined || reached.has(node)) continue;
    reached.add(node);
    for (const { to, via } of transitionsOf(action)) if (action.type !== setter || via.kind === 'error') ahead.push(to);
  }
  return reached;
};

/** Is what an action relies on set before it? Modules, and flows transferred to, may rely on their caller: no finding when nothing here sets it. */
export const checkOrder: Check = (flow, report) => {
  if (flow.isModule) return;
  for (const { code, setBy, isUsedBy, given, message } of needs) {
    if (flow.type !== undefined && given.includes(flow.type)) continue;
    const hasTransferIn = flow.type === undefined && ![...flow.actions.values()].some(({ type }) => type === setBy);
    if (hasTransferIn) continue;
    const without = reachedWithout(flow, setBy);
    for (const action of flow.actions.values())
      if (isUsedBy(action) && without.has(action.identifier))
        report({
          code,
          ...warning,
          action: action.identifier,
          accepted: `${setBy} on every path before`,
          message,
          source: 'adminguide: transfer-to-queue',
        });
  }
};
