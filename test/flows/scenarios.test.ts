import { describe, test } from 'vitest';
import { play } from './scenario.ts';
import { scenarioGroups } from './scenarios/index.ts';

for (const [group, scenarios] of Object.entries(scenarioGroups)) {
  describe(group, () => {
    test.each(scenarios)('$title', (scenario) => {
      play(scenario);
    });
  });
}
