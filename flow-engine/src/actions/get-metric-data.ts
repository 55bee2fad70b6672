import { done, failure } from '../run/outcome.ts';
import { defineAction } from './action-definition.ts';
import { choice, object } from './parameter-rule.ts';
import { hasTargetParameter, namedTarget, targetProperties, workingTarget } from './routing-target.ts';

/** Reads live figures into `$.Metrics`. */
export const getMetricData = defineAction({
  type: 'GetMetricData',
  group: 'flow-control',
  parameters: object(
    { ...targetProperties, QueueChannel: choice(['Voice', 'Chat'], { origin: 'either' }) },
    { atMostOne: [['QueueId', 'AgentId']] },
  ),
  run(step) {
    const named = namedTarget(step);
    if (named?.ok === false) return failure(named.reason);
    if (named === undefined && hasTargetParameter(step)) return failure('the queue or agent reference leads nowhere');
    const target = named?.value ?? workingTarget(step);
    const channel = step.text('QueueChannel');
    const data = step.need('metricData').metricData({
      contact: step.contact,
      ...(target === undefined ? {} : { target }),
      ...(channel === undefined ? {} : { channel }),
    });
    if (!data.ok) return failure(data.reason);
    step.contact.namespaces['Metrics'] = data.value;
    return done;
  },
});
