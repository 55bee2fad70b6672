import { nextErrorOptional } from './action-definition.ts';
import { object } from './parameter-rule.ts';
import { serviceAction } from './service-action.ts';

/** Resumes a paused task. */
export const resumeContact = serviceAction({
  type: 'ResumeContact',
  parameters: object({}),
  branches: nextErrorOptional,
  channels: ['TASK'],
  group: 'contact',
});
