import { afterAll, describe, expect, test } from 'vitest';
import { type Action, type Flow, transitionsOf } from '../../flow-engine/src/index.ts';
import { actionsOf } from './data-flow.ts';
import { flows } from './flow-files.ts';
import { play, type Scenario } from './scenario.ts';
import { conversationScenarios } from './scenarios/conversation.ts';
import { menuScenarios } from './scenarios/menu.ts';
import { openingScenarios } from './scenarios/opening.ts';
import { queueEntryScenarios } from './scenarios/queue-entry.ts';
import { waitingScenarios } from './scenarios/waiting.ts';
import { withheldNumberScenarios } from './scenarios/withheld-number.ts';
import { transitionKey } from './walk.ts';

const groups: Readonly<Record<string, readonly Scenario[]>> = {
  'opening hours and closed messages': openingScenarios,
  'choosing the scheme': menuScenarios,
  'entering the queue': queueEntryScenarios,
  'a withheld number': withheldNumberScenarios,
  'waiting and keeping the place': waitingScenarios,
  'callbacks, whispers and hold': conversationScenarios,
};

const transitions = new Set<string>();
const actions = new Set<string>();

for (const [group, scenarios] of Object.entries(groups)) {
  describe(group, () => {
    test.each(scenarios)('$title', (scenario) => {
      const walked = play(scenario);
      for (const transition of walked.transitions) transitions.add(transition);
      for (const action of walked.actions) actions.add(action);
    });
  });
}

const saysFixedWords = ({ type, parameters }: Action): boolean =>
  type === 'MessageParticipant' && !/^\$\.External/.test(String(parameters['Text']));

/** Branches that nothing in this engine can take, though Connect asks for them. */
const untakable: readonly { readonly why: string; readonly is: (action: Action) => boolean }[] = [
  { why: 'fixed words under 6 000 characters can always be spoken', is: saysFixedWords },
  { why: 'three short flow attributes never reach 32 KB', is: ({ type }) => type === 'UpdateFlowAttributes' },
  { why: 'a fixed language is always accepted', is: ({ type }) => type === 'UpdateContactData' },
  { why: 'a hook with a fixed flow is always accepted', is: ({ type }) => type === 'UpdateContactEventHooks' },
  { why: 'hours are True, False or an error, never anything else', is: ({ type }) => type === 'CheckHoursOfOperation' },
  {
    why: 'it replaces an attribute by a shorter one',
    is: ({ identifier }) => identifier === 'attributs-rappel-manque',
  },
  { why: 'the channel took the number just before', is: ({ identifier }) => identifier === 'confirmation' },
];

const everyTransition = [...flows.values()].flatMap((flow: Flow) =>
  actionsOf(flow).flatMap((action) =>
    transitionsOf(action).map((transition) => ({
      action,
      transition,
      key: transitionKey(flow.name, action.identifier, transition.via),
    })),
  ),
);

describe('COMMON-54: coverage by the scenarios above', () => {
  test('every action of every flow is run', () => {
    const missed = [...flows.values()].flatMap((flow) =>
      [...flow.actions.keys()].map((identifier) => `${flow.name} ${identifier}`).filter((key) => !actions.has(key)),
    );
    expect(missed).toEqual([]);
  });

  test('every branch is taken, but for error branches that the engine cannot take', () => {
    const missed = everyTransition.filter(({ key }) => !transitions.has(key));
    const unexplained = missed.filter(
      ({ action, transition: { via } }) => via.kind === 'condition' || !untakable.some(({ is }) => is(action)),
    );
    expect(unexplained.map(({ key, transition }) => `${key} → ${transition.to}`)).toEqual([]);
  });

  test('what cannot be taken is listed for a reason that still holds', () => {
    const missed = everyTransition.filter(({ key }) => !transitions.has(key));
    for (const { why, is } of untakable)
      expect(
        missed.some(({ action }) => is(action)),
        why,
      ).toBe(true);
  });
});

afterAll(() => {
  const taken = everyTransition.filter(({ key }) => transitions.has(key)).length;
  process.stdout.write(`flow coverage: ${taken} of ${everyTransition.length} branches, ${actions.size} actions\n`);
});
