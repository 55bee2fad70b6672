import type { Finding } from '../finding.ts';
import { componentsOf } from '../graph/components.ts';
import { ownString } from '../json/json.ts';
import type { Flow } from '../model/flow.ts';
import { isNamedBy } from '../model/is-named-by.ts';
import { warning } from './report.ts';

/** Modules a flow invokes by a static id, among those given. */
const invokedBy = (flow: Flow, modules: readonly Flow[]): readonly string[] =>
  [...flow.actions.values()].flatMap(({ type, parameters }) => {
    const id = type === 'InvokeFlowModule' ? ownString(parameters, 'FlowModuleId') : undefined;
    const module = id === undefined ? undefined : modules.find((candidate) => isNamedBy(candidate, id));
    return module === undefined ? [] : [module.name];
  });

/** Modules that invoke themselves, directly or through others: the service refuses a sixth level, and the caller gets the error branch. */
export const checkModules = (flows: readonly Flow[]): readonly Finding[] => {
  const modules = flows.filter(({ isModule }) => isModule);
  const invoked = new Map(modules.map((module) => [module.name, invokedBy(module, modules)]));
  const successors = (name: string): readonly string[] => invoked.get(name) ?? [];
  return componentsOf(invoked.keys(), successors)
    .filter(([first = '', second]) => second !== undefined || successors(first).includes(first))
    .map((cycle) => ({
      code: 'module-cycle',
      ...warning,
      flow: cycle[0] ?? '',
      value: cycle.join(' -> '),
      accepted: 'modules nested at most 5 deep',
      message: 'these modules invoke each other without end',
      source: 'adminguide: contact-flow-modules',
    }));
};
