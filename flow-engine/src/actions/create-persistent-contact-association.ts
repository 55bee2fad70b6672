import { choice, neededId, object } from './parameter-rule.ts';
import { serviceAction } from './service-action.ts';

/** Carries an earlier chat into this one. */
export const createPersistentContactAssociation = serviceAction({
  type: 'CreatePersistentContactAssociation',
  parameters: object({
    RehydrationType: choice(['ENTIRE_PAST_SESSION', 'FROM_SEGMENT'], { required: true, origin: 'either' }),
    SourceContactId: neededId,
  }),
  channels: ['CHAT'],
});
