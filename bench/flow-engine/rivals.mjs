import { StateMachine } from 'aws-local-stepfunctions';
import { createActor, createMachine, initialTransition, transition } from 'xstate';

/** Plain JavaScript: these packages are not among the project's, so its type check must not look for them. */

const toggle = createMachine({
  initial: 'on',
  states: { on: { on: { NEXT: 'off' } }, off: { on: { NEXT: 'on' } } },
});
const next = { type: 'NEXT' };

/** xstate, its pure function: one machine of two states, one event per step. */
export function xstatePure(steps) {
  let [state] = initialTransition(toggle);
  for (let step = 0; step < steps; step += 1) [state] = transition(toggle, state, next);
}

/** xstate, as applications run it: an actor that is sent events. */
export function xstateActor(steps) {
  const actor = createActor(toggle).start();
  for (let step = 0; step < steps; step += 1) actor.send(next);
  actor.stop();
}

/** A chain of Pass states, as long as the steps. */
export function passStates(steps) {
  const states = Object.fromEntries(
    Array.from({ length: steps }, (_, index) => [
      `s${index}`,
      { Type: 'Pass', ...(index + 1 === steps ? { End: true } : { Next: `s${index + 1}` }) },
    ]),
  );
  const machine = new StateMachine({ StartAt: 's0', States: states }, { validationOptions: { noValidate: true } });
  return () => machine.run({ hello: 'world' }).result;
}
