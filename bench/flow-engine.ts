import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ownTestCases } from './flow-engine/own-test-cases.ts';
import { packageFigures } from './flow-engine/package-figures.ts';
import { attributeFlow, quietFlow, runner } from './flow-engine/step-flows.ts';

/**
 * The flow engine beside others, in one run: `npx node bench/flow-engine.ts`. Rounds are interleaved and the best of each is kept, so that a busy
 * machine weighs on all alike. The others are installed apart, once: `npm ci --prefix bench/flow-engine`.
 */
const steps = 1000;
const rounds = 40;
const runsInRound = 25;

/** Of `flow-engine/rivals.mjs`, whose packages are not the project's. */
interface Rivals {
  xstatePure(steps: number): void;
  xstateActor(steps: number): void;
  passStates(steps: number): () => Promise<unknown>;
}

type Contender = readonly [name: string, perRun: number, run: () => unknown];

async function rivals(): Promise<readonly Contender[]> {
  if (!existsSync(join(import.meta.dirname, 'flow-engine/node_modules'))) {
    console.log('The others are not installed: npm ci --prefix bench/flow-engine');
    return [];
  }
  const module: Rivals = await import(new URL('./flow-engine/rivals.mjs', import.meta.url).href);
  return [
    ['xstate, pure transition', steps, () => module.xstatePure(steps)],
    ['xstate, actor', steps, () => module.xstateActor(steps)],
    ['aws-local-stepfunctions, Pass states', steps, module.passStates(steps)],
  ];
}

/** The best rate of each, per second. */
async function race(contenders: readonly Contender[]): Promise<ReadonlyMap<string, number>> {
  const best = new Map<string, number>();
  for (let turn = 0; turn < rounds; turn += 1)
    for (const [name, perRun, run] of contenders) {
      const from = performance.now();
      for (let time = 0; time < runsInRound; time += 1) await run();
      const rate = (runsInRound * perRun * 1000) / (performance.now() - from);
      best.set(name, Math.max(best.get(name) ?? 0, rate));
    }
  return best;
}

const whole = (value: number): string => Math.round(value).toLocaleString('en').padStart(11);

const mixed = 'flow engine, attributes and comparisons';
const rates = await race([
  ['flow engine, actions without effect', steps, runner(quietFlow(steps), false)],
  ['flow engine, the same with a subscriber', steps, runner(quietFlow(steps), true)],
  [mixed, steps, runner(attributeFlow(steps), false)],
  ...(await rivals()),
]);
console.log(`steps per second, one core${' '.repeat(31)}× "${mixed}"`);
for (const [name, rate] of rates)
  console.log(`  ${name.padEnd(40)}${whole(rate)}  ${((rates.get(mixed) ?? 0) / rate).toFixed(2)}`);

const { count, play } = ownTestCases();
const cases = await race([['', count, play]]);
console.log(`own test cases per second (${count} of them)${whole(cases.get('') ?? 0)}`);

const { bytes, checkMs } = await packageFigures();
if (checkMs !== undefined) console.log(`check of the corpus, process included${whole(checkMs)} ms`);
console.log(`package, minified, library and command${whole(bytes / 1000)} kB`);
