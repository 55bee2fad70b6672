import { FlowFileError } from './flow-file.ts';

/** Something to create and what must exist before it, by name. */
export interface Step {
  readonly name: string;
  readonly needs: readonly string[];
}

/**
 * The order in which each step comes after all it needs; steps that need nothing of each other keep their order. CloudFormation publishes a flow at
 * creation, so all it names must exist: flows that name each other in a circle cannot be created. Throws, naming the circle.
 */
export function creationOrder<S extends Step>(steps: readonly S[]): readonly S[] {
  const byName = new Map(steps.map((step) => [step.name, step]));
  const done = new Set<string>();
  const ordered: S[] = [];
  const visit = (step: S, path: readonly string[]): void => {
    if (done.has(step.name)) {
      return;
    }
    const circle = path.indexOf(step.name);
    if (circle >= 0) {
      throw new FlowFileError(
        `A circle cannot be created: ${[...path.slice(circle), step.name].join(' → ')}; ` +
          'one of them must get the other by a contact attribute or the event hook of its caller',
      );
    }
    for (const need of step.needs) {
      const needed = byName.get(need);
      if (needed !== undefined) {
        visit(needed, [...path, step.name]);
      }
    }
    done.add(step.name);
    ordered.push(step);
  };
  for (const step of steps) {
    visit(step, []);
  }
  return ordered;
}
