import { id, integer, json, map, object, template } from './parameter-rule.ts';
import { serviceAction } from './service-action.ts';

/** Starts a task contact, now or later; its id is `$.Task.ContactId`. */
export const createTask = serviceAction({
  type: 'CreateTask',
  namespace: 'Task',
  parameters: object(
    {
      Name: template(),
      ContactFlowId: id(),
      Description: template(),
      Attributes: map(template()),
      References: json(),
      DelaySeconds: integer(1, 518_400),
      ScheduledTime: id(),
      TaskTemplateId: id(),
    },
    { atMostOne: [['DelaySeconds', 'ScheduledTime']] },
  ),
});
