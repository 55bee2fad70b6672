import { describe, expect, test } from 'vitest';
import type { Action } from '../../flow-engine/src/index.ts';
import { actionsOf } from './data-flow.ts';
import { faults, playFault } from './faults.ts';
import { flows } from './flow-files.ts';

/** Nothing that comes after depends on these: fixed words, the flow's own notes, the language, the hooks. */
const goesOnAnyway = ({ type, parameters }: Action): boolean =>
  (type === 'MessageParticipant' && !/^\$\.External/.test(String(parameters['Text']))) ||
  ['UpdateFlowAttributes', 'UpdateContactData', 'UpdateContactEventHooks'].includes(type);

describe('SAMPS-02: Connect fails at one action, and nobody is dropped without a word', () => {
  test.each(faults)('$place', (fault) => {
    const { ended, heard, events } = playFault(fault);
    const failed = events.filter(
      (event) => event.kind === 'action-ended' && event.error?.detail.includes('unavailable'),
    );
    expect(failed.length).toBeGreaterThan(0);
    expect(ended.error).toBeUndefined();
    expect(['queued', 'disconnected', 'flow-ended', 'stopped', 'hung-up']).toContain(ended.reason);
    if (ended.reason === 'disconnected' && fault.action !== 'au-revoir') expect(heard.at(-1)).toContain('Au revoir');
  });

  test('an action that changes nothing for what follows is followed by the same one, failed or not', () => {
    for (const flow of flows.values())
      for (const action of actionsOf(flow).filter(goesOnAnyway))
        for (const { nextAction } of action.errors) expect(nextAction, action.identifier).toBe(action.nextAction);
  });

  test('a NextAction that only stands in leads where another branch of the action does', () => {
    for (const flow of flows.values())
      for (const { identifier, nextAction, conditions, errors } of flow.actions.values()) {
        if (conditions.length === 0 || nextAction === undefined) continue;
        const branches = [...conditions, ...errors].map((branch) => branch.nextAction);
        expect(branches, `${flow.name} ${identifier}`).toContain(nextAction);
      }
  });
});
