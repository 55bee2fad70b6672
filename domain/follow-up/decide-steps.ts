import type { FollowUpPorts } from './follow-up-ports.ts';
import type { FollowedPerson } from './followed-person.ts';
import { type Fact, learn } from './learn.ts';
import { nextStep, type Step } from './next-step.ts';
import type { FollowUpRules } from './plan-moments.ts';
import { textId } from './text-id.ts';

/** A moment asks of its SMS, then of its call; a chain of moments closes at once at most. */
const maxRounds = 6;

/** The next step of each person, with what had to be asked for to decide it, in few requests for all of them. */
export async function decideSteps(
  programme: string,
  people: readonly FollowedPerson[],
  rules: FollowUpRules,
  at: string,
  ports: Pick<FollowUpPorts, 'texts' | 'calls'>,
): Promise<readonly Step[]> {
  const states = people.map((person) => ({ person, unsent: new Set<string>(), attempted: new Map<string, boolean>() }));
  let steps = states.map(({ person, ...seen }) => nextStep(person, rules, at, seen));
  for (let round = 0; round < maxRounds && steps.some(({ unknown }) => unknown.length > 0); round += 1) {
    const asked = steps.flatMap(({ unknown }, index) => unknown.map((one) => ({ ...one, index })));
    await askTexts(
      programme,
      asked.filter(({ of }) => of === 'message'),
      states,
      at,
      ports,
    );
    await askCalls(
      programme,
      asked.filter(({ of }) => of === 'call'),
      states,
      at,
      ports,
    );
    steps = steps.map((step, index) => {
      const state = states[index];
      return state === undefined || step.unknown.length === 0 ? step : nextStep(state.person, rules, at, state);
    });
  }
  return steps;
}

interface Asked {
  readonly moment: string;
  readonly index: number;
}
interface State {
  person: FollowedPerson;
  readonly unsent: Set<string>;
  readonly attempted: Map<string, boolean>;
}

async function askTexts(
  programme: string,
  asked: readonly Asked[],
  states: readonly State[],
  at: string,
  { texts }: Pick<FollowUpPorts, 'texts'>,
): Promise<void> {
  if (asked.length === 0) {
    return;
  }
  const idOf = ({ index, moment }: Asked) => textId('survey', moment, states[index]?.person.recipientId ?? '');
  const found = await texts.states(programme, asked.map(idOf));
  for (const one of asked) {
    const state = states[one.index];
    const end = found.get(idOf(one)) ?? 'unsent';
    if (end === 'unsent') {
      state?.unsent.add(one.moment);
    } else {
      learnIn(state, { type: 'message', moment: one.moment, state: end, at });
    }
  }
}

async function askCalls(
  programme: string,
  asked: readonly Asked[],
  states: readonly State[],
  at: string,
  { calls }: Pick<FollowUpPorts, 'calls'>,
): Promise<void> {
  for (const [moment, ofMoment] of Map.groupBy(asked, (one) => one.moment)) {
    const ids = ofMoment.map(({ index }) => states[index]?.person.recipientId ?? '');
    const found = await calls.progress(programme, moment, ids, at);
    for (const { index } of ofMoment) {
      const state = states[index];
      const progress = found.get(state?.person.recipientId ?? '') ?? { attempted: false };
      const { attempted, closed } = progress;
      state?.attempted.set(moment, attempted);
      if (closed !== undefined) {
        learnIn(state, { type: 'call-ended', moment, attempted, ...closed });
      }
    }
  }
}

function learnIn(state: State | undefined, fact: Fact): void {
  if (state !== undefined) {
    state.person = learn(state.person, [fact]);
  }
}
