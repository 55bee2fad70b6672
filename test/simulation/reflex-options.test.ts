import { describe, expect, it } from 'vitest';
import { keepNumbers } from '../../simulation/reflex/kept-numbers.ts';
import { parseSimulateOptions } from '../../simulation/reflex/reflex-options.ts';
import { scratch } from '../support/assembly.ts';

describe('npm run simulate', () => {
  it('plays a cycle of 500 people unless told otherwise', () => {
    expect(parseSimulateOptions(['reflex'])).toMatchObject({ people: 500, agents: 6, hours: 48, date: '2026-07-06' });
    expect(parseSimulateOptions(['reflex', '--people', '10500', '--agents', '55', '--once'])).toMatchObject({
      people: 10_500,
      agents: 55,
      once: true,
    });
  });

  it('tells what may be asked', () => {
    expect(parseSimulateOptions([])).toMatchObject({ help: expect.stringContaining('--people') });
    expect(parseSimulateOptions(['reflex', '--help'])).toMatchObject({ help: expect.stringContaining('--hours') });
  });

  it.each([
    [['samps'], '"samps" cannot be simulated'],
    [['reflex', '--people', '0'], '--people: "0" is not accepted; give a whole number from 1 to 20000'],
    [['reflex', '--agents', '56'], '--agents: "56" is not accepted; give a whole number from 1 to 55'],
    [['reflex', '--hours', '2.5'], '--hours: "2.5"'],
    [['reflex', '--date', '2031-07-06'], '--date: "2031-07-06" is not accepted; give an open day from 2026-01-01'],
    [['reflex', '--volume', '3'], '--volume'],
    [['reflex', '--in-process', '--once'], '--in-process has no pages and keeps nothing; give it with --fresh --once'],
  ])('refuses %j with the value and what is accepted', (argv, said) => {
    expect(() => parseSimulateOptions(argv)).toThrow(said);
  });

  it('does not play a cycle over the state of another', () => {
    const state = scratch('numbers');
    keepNumbers(state, { people: 40, seed: 1 }, false);
    keepNumbers(state, { people: 40, seed: 1 }, false);
    expect(() => keepNumbers(state, { people: 50, seed: 1 }, false)).toThrow(/"people":40.*"people":50.*--fresh/);
    keepNumbers(state, { people: 50, seed: 1 }, true);
    keepNumbers(state, { people: 50, seed: 1 }, false);
  });
});
