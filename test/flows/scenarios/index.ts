import type { Scenario } from '../scenario.ts';
import { campaignScenarios } from './campaign.ts';
import { conversationScenarios } from './conversation.ts';
import { menuScenarios } from './menu.ts';
import { openingScenarios } from './opening.ts';
import { queueEntryScenarios } from './queue-entry.ts';
import { waitingScenarios } from './waiting.ts';
import { withheldNumberScenarios } from './withheld-number.ts';

/** Lives of calls, by what they are about. */
export const scenarioGroups: Readonly<Record<string, readonly Scenario[]>> = {
  'opening hours and closed messages': openingScenarios,
  'choosing the scheme': menuScenarios,
  'entering the queue': queueEntryScenarios,
  'a withheld number': withheldNumberScenarios,
  'waiting and keeping the place': waitingScenarios,
  'callbacks, whispers and hold': conversationScenarios,
  'campaigns, and those who ring back': campaignScenarios,
};
