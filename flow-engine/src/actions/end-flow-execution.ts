import { end } from '../run/outcome.ts';
import { defineAction, terminal } from './action-definition.ts';
import { object } from './parameter-rule.ts';

/** Ends this flow and leaves the contact as it is: a whisper is over, a queued caller keeps waiting. */
export const endFlowExecution = defineAction({
  type: 'EndFlowExecution',
  group: 'flow-control',
  parameters: object({}),
  branches: terminal,
  run: () => end('flow-ended'),
});
