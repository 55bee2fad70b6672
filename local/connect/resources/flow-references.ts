import type { Action, Flow } from '../../../flow-engine/src/index.ts';
import type { Instance } from '../model/instance.ts';

interface Reference {
  readonly kind: 'queue' | 'flow' | 'module' | 'hours' | 'function' | 'prompt' | 'agent';
  readonly value: string;
}

/** Parameters that name resources of the instance, by their name in any action. */
const kinds: Readonly<Record<string, Reference['kind']>> = {
  QueueId: 'queue',
  ContactFlowId: 'flow',
  FlowModuleId: 'module',
  HoursOfOperationId: 'hours',
  LambdaFunctionARN: 'function',
  PromptId: 'prompt',
  AgentId: 'agent',
};

/** What a part of a test case names that the instance does not have, as sentences. */
export const danglingIn = (instance: Instance, part: unknown, place: string): string[] =>
  [...walk(part)]
    .filter((reference) => !exists(instance, reference))
    .map(({ kind, value }) => `${place}: ${kind} "${value}" does not exist in the instance`);

/** What a flow names that the instance does not have, as sentences. References (`$.…`) are resolved when the flow runs. */
export function danglingReferences(instance: Instance, flow: Flow): string[] {
  const problems: string[] = [];
  for (const action of flow.actions.values())
    for (const reference of referencesOf(action))
      if (!reference.value.includes('$.') && !exists(instance, reference))
        problems.push(
          `${action.identifier} (${action.type}): ${reference.kind} "${reference.value}" does not exist in the instance${hint(reference)}`,
        );
  return problems;
}

function* referencesOf(action: Action): Generator<Reference> {
  yield* walk(action.parameters);
  const hooks = action.type === 'UpdateContactEventHooks' ? action.parameters['EventHooks'] : undefined;
  if (typeof hooks === 'object' && hooks !== null)
    for (const value of Object.values(hooks)) if (typeof value === 'string') yield { kind: 'flow', value };
}

function* walk(value: unknown): Generator<Reference> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    const kind = Array.isArray(value) ? undefined : kinds[name];
    if (kind !== undefined && typeof inner === 'string') yield { kind, value: inner };
    else yield* walk(inner);
  }
}

function exists(instance: Instance, { kind, value }: Reference): boolean {
  switch (kind) {
    case 'queue':
      return instance.queues.find(value) !== undefined;
    case 'flow':
      return instance.flows.find(value) !== undefined;
    case 'module':
      return instance.modules.find(value) !== undefined;
    case 'hours':
      return instance.hours.find(value) !== undefined;
    case 'function':
      return instance.functions.has(value.split(':').slice(0, 7).join(':'));
    case 'prompt':
      return instance.prompts.find(value) !== undefined;
    case 'agent':
      return instance.users.find(value) !== undefined;
  }
}

const hint = ({ kind }: Reference): string =>
  kind === 'function'
    ? ' (a function needs an IntegrationAssociation of type LAMBDA_FUNCTION created before the flow)'
    : '';
