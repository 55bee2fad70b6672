import { describe, expect, it } from 'vitest';
import { parseStartOptions } from '../../simulation/start-options.ts';

describe('options of npm start', () => {
  it('plays Friday 4 July 2025 by default', () => {
    expect(parseStartOptions([])).toMatchObject({
      date: '2025-07-04',
      days: 1,
      seed: 1,
      agents: 7,
      fresh: false,
      once: false,
      live: false,
    });
  });

  it.each([
    [['--date', '04/07/2025'], '--date: "04/07/2025" is not a day; write it as 2025-07-04'],
    [['--agents', '0'], '--agents: "0" is not accepted; give a whole number from 1 to 7'],
    [['--port', 'http'], '--port: "http" is not accepted; give a whole number from 1 to 65531'],
    [['--date', '2025-02-30'], '--date: "2025-02-30" is not a day; write it as 2025-07-04'],
    [['--sede', '3'], "Unknown option '--sede'; accepted are --date, --days, --seed"],
    [['--live', '--once'], '--live and --once: one goes on until you stop it'],
    [['demain'], "Unexpected argument 'demain'"],
    [['--seed'], "Option '--seed <value>' argument missing; accepted are"],
  ])('refuses %j with the option, the value and what is accepted', (argv, message) => {
    expect(() => parseStartOptions(argv)).toThrow(message);
  });
});
