import { isJsonObject, type JsonObject, type JsonValue } from '../json/json.ts';
import { noMatchingError, timeLimitExceeded } from '../model/error-types.ts';
import { done, failure, type Outcome, result } from '../run/outcome.ts';
import type { Step } from '../run/step.ts';
import { type ActionDefinition, defineAction } from './action-definition.ts';

type Own = 'type' | 'parameters';

interface ServiceAction extends Pick<ActionDefinition, Own>, Partial<Omit<ActionDefinition, Own>> {
  /** JSONPath namespace under which the answer is kept, e.g. `Customer`; absent = the answer is not kept. */
  readonly namespace?: string;
  /** Seconds after which the service is given up, when the action has such a limit. */
  readonly timeoutSeconds?: (step: Step) => number | undefined;
}

/** An action whose work another AWS service does: the engine resolves the parameters, the host plays the service, the answer is kept. */
export const serviceAction = ({ namespace, timeoutSeconds, ...definition }: ServiceAction): ActionDefinition =>
  defineAction({
    group: 'service',
    ...definition,
    run(step) {
      const resolved = step.json(step.action.parameters);
      const parameters = isJsonObject(resolved) ? resolved : {};
      const seconds = timeoutSeconds?.(step);
      if (Number.isNaN(seconds)) return failure('the time limit is not a whole number');
      return callService(step, parameters, namespace, seconds);
    },
  });

const callService = (step: Step, parameters: JsonObject, namespace: string | undefined, seconds?: number): Outcome => ({
  kind: 'wait',
  waiting: {
    kind: 'service',
    service: step.action.type,
    parameters,
    ...(seconds === undefined ? {} : { timeoutSeconds: seconds }),
  },
  accepts: ['service-result', 'service-error', 'timeout'],
  on(signal) {
    if (signal.kind === 'timeout') return failure(`${step.action.type} took too long`, timeLimitExceeded);
    if (signal.kind === 'service-error')
      return failure(signal.message ?? `${step.action.type} was refused`, signal.errorType ?? noMatchingError);
    if (signal.kind !== 'service-result') return undefined;
    if (namespace !== undefined && signal.data !== undefined) keep(step, namespace, signal.data);
    return signal.result === undefined ? done : result(signal.result);
  },
});

/** Newer answers are laid over older ones: an update of a profile does not forget what was read of it. */
const keep = ({ contact }: Step, namespace: string, data: unknown): void => {
  const fresh: JsonValue = JSON.parse(JSON.stringify(data));
  const known = contact.namespaces[namespace];
  contact.namespaces[namespace] = isJsonObject(known) && isJsonObject(fresh) ? { ...known, ...fresh } : fresh;
};
