import { referencesOf } from './references.ts';
import type { Template, TemplateResource } from './template.ts';

/** Resources so that each comes after those it refers to or depends on; otherwise in the template's order. */
export function orderResources(template: Template): TemplateResource[] {
  const ordered: TemplateResource[] = [];
  const state = new Map<string, 'visiting' | 'done'>();
  const visit = (logicalId: string, trail: readonly string[]): void => {
    const resource = template.resources.get(logicalId);
    if (resource === undefined || state.get(logicalId) === 'done') return;
    if (state.get(logicalId) === 'visiting') {
      throw new Error(`Stack ${template.stack}: circular dependency ${[...trail, logicalId].join(' -> ')}`);
    }
    state.set(logicalId, 'visiting');
    for (const need of resource.dependsOn) {
      if (!template.resources.has(need)) {
        throw new Error(`Stack ${template.stack}: ${logicalId} depends on ${need}, which is not in the template`);
      }
    }
    for (const need of [...resource.dependsOn, ...referencesOf(resource.properties)])
      visit(need, [...trail, logicalId]);
    state.set(logicalId, 'done');
    ordered.push(resource);
  };
  for (const logicalId of template.resources.keys()) visit(logicalId, []);
  return ordered;
}
