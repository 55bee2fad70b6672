import { afterAll, describe, expect, test } from 'vitest';
import { type Action, BranchCoverage } from '../../flow-engine/src/index.ts';
import { flows } from './flow-files.ts';
import { play, type Scenario } from './scenario.ts';
import { conversationScenarios } from './scenarios/conversation.ts';
import { menuScenarios } from './scenarios/menu.ts';
import { openingScenarios } from './scenarios/opening.ts';
import { queueEntryScenarios } from './scenarios/queue-entry.ts';
import { waitingScenarios } from './scenarios/waiting.ts';
import { withheldNumberScenarios } from './scenarios/withheld-number.ts';

const groups: Readonly<Record<string, readonly Scenario[]>> = {
  'opening hours and closed messages': openingScenarios,
  'choosing the scheme': menuScenarios,
  'entering the queue': queueEntryScenarios,
  'a withheld number': withheldNumberScenarios,
  'waiting and keeping the place': waitingScenarios,
  'callbacks, whispers and hold': conversationScenarios,
};

const coverage = new BranchCoverage(flows.values());
const actions = new Set<string>();

for (const [group, scenarios] of Object.entries(groups)) {
  describe(group, () => {
    test.each(scenarios)('$title', (scenario) => {
      for (const event of play(scenario).events) {
        coverage.observe(event);
        if (event.kind === 'action-started') actions.add(`${event.flow} ${event.action}`);
      }
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

/** Actions whose error branch stands for nothing that happens: it must change nothing. */
const goesOnAnyway = (action: Action): boolean => untakable.slice(0, 4).some(({ is }) => is(action));

/** Branches no scenario has taken, with their action. */
const missed = () =>
  coverage.report().flatMap(({ flow, transitions }) =>
    transitions
      .filter(({ hits }) => hits === 0)
      .flatMap((transition) => {
        const action = flows.get(flow)?.actions.get(transition.from);
        return action === undefined ? [] : [{ flow, action, ...transition }];
      }),
  );

describe('COMMON-54: coverage by the scenarios above', () => {
  test('every action of every flow is run', () => {
    const silent = [...flows.values()].flatMap((flow) =>
      [...flow.actions.keys()].map((identifier) => `${flow.name} ${identifier}`).filter((key) => !actions.has(key)),
    );
    expect(silent).toEqual([]);
  });

  test('every branch is taken, but for those the engine cannot take', () => {
    const unexplained = missed().filter(
      ({ action, via }) => via.kind === 'condition' || !untakable.some(({ is }) => is(action)),
    );
    expect(unexplained.map(({ flow, from, via, to }) => `${flow} ${from} ${via.kind} → ${to}`)).toEqual([]);
  });

  test('what cannot be taken is listed for a reason that still holds', () => {
    for (const { why, is } of untakable)
      expect(
        missed().some(({ action }) => is(action)),
        why,
      ).toBe(true);
  });

  test('a step that cannot fail goes on the same way if it does', () => {
    for (const flow of flows.values())
      for (const action of [...flow.actions.values()].filter(goesOnAnyway))
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

afterAll(() => {
  const report = coverage.report();
  const sum = (count: (flow: (typeof report)[number]) => number) =>
    report.reduce((total, flow) => total + count(flow), 0);
  process.stdout.write(
    `flow coverage: ${sum(({ covered }) => covered)} of ${sum(({ total }) => total)} branches, ${actions.size} actions\n`,
  );
});
