import { queueMetrics } from '../host/host-capabilities.ts';
import { ownString } from '../json/json.ts';
import { noMatchingCondition, noMatchingError } from '../model/error-types.ts';
import type { Action } from '../model/flow.ts';
import { failure, result } from '../run/outcome.ts';
import { type BranchRule, defineAction, inboundTransfersAndQueue } from './action-definition.ts';
import { choice, object } from './parameter-rule.ts';
import { hasTargetParameter, namedTarget, targetProperties, workingTarget } from './routing-target.ts';

const branches = ({ parameters }: Action): BranchRule => ({
  conditions: ownString(parameters, 'MetricType')?.startsWith('NumberOfAgents')
    ? { operators: ['NumberGreaterThan'], operands: ['0'], atLeastOne: true }
    : {
        operators: ['Equals', 'NumberGreaterThan', 'NumberGreaterOrEqualTo', 'NumberLessThan', 'NumberLessOrEqualTo'],
        atLeastOne: true,
      },
  errors: [noMatchingError],
  optionalErrors: [noMatchingCondition],
  next: 'placeholder',
});

/** Branches on a live figure of a queue or agent. */
export const checkMetricData = defineAction({
  type: 'CheckMetricData',
  group: 'flow-control',
  parameters: object(
    { MetricType: choice(queueMetrics, { required: true }), ...targetProperties },
    { atMostOne: [['QueueId', 'AgentId']] },
  ),
  branches,
  flowTypes: inboundTransfersAndQueue,
  run(step) {
    const name = step.text('MetricType');
    const metric = queueMetrics.find((known) => known === name);
    if (metric === undefined) return failure(`MetricType is "${name}"; accepted: ${queueMetrics.join(', ')}`);
    const named = namedTarget(step);
    if (named?.ok === false) return failure(named.reason);
    if (named === undefined && hasTargetParameter(step)) return failure('the queue or agent reference leads nowhere');
    const target = named?.value ?? workingTarget(step);
    if (target === undefined) return failure('no queue: neither a parameter nor a working queue');
    const value = step.need('queueMetric').queueMetric(metric, { contact: step.contact, target });
    return value.ok ? result(String(value.value)) : failure(value.reason);
  },
});
