import type { Flow } from '../src/index.ts';
import { UsageError } from './command.ts';
import { loadFlows } from './load-flows.ts';

/** The flow a command is about, and the others it may call. */
export const pickFlow = (
  path: string | undefined,
  others: readonly string[],
  name?: string,
): { flow: Flow; library: readonly Flow[] } => {
  if (path === undefined) throw new UsageError('no flow given');
  const own = loadFlows([path]);
  const candidates = own.flatMap(({ flow }) => flow ?? []);
  const flow = name === undefined ? candidates[0] : candidates.find((candidate) => candidate.name === name);
  if (flow === undefined) {
    const reasons = own.flatMap(({ findings }) => findings.map(({ message }) => message));
    throw new UsageError(
      name === undefined
        ? `"${path}" holds no flow that can be read: ${reasons.join('; ')}`
        : `no flow "${name}" in "${path}"; there are: ${candidates.map((each) => each.name).join(', ')}`,
    );
  }
  return { flow, library: [...candidates, ...loadFlows(others).flatMap((loaded) => loaded.flow ?? [])] };
};
