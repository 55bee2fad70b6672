import { choice, object } from './parameter-rule.ts';
import { serviceAction } from './service-action.ts';

/** Loads the text of an e-mail contact into `$.Email`. */
export const loadContactContent = serviceAction({
  type: 'LoadContactContent',
  namespace: 'Email',
  parameters: object({ ContentType: choice(['EmailMessage'], { required: true }) }),
  channels: ['EMAIL'],
  group: 'contact',
});
