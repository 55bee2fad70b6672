import { neededId, object } from './parameter-rule.ts';
import { serviceAction } from './service-action.ts';

/** Starts an agent-assistance session; the host answers `{SessionArn}`, read as `$.Wisdom.SessionArn`. */
export const createWisdomSession = serviceAction({
  type: 'CreateWisdomSession',
  namespace: 'Wisdom',
  parameters: object({ WisdomAssistantArn: neededId }),
  group: 'contact',
});
