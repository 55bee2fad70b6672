import { describe, expect, it } from 'vitest';
import { parseSuiviOptions } from '../../simulation/suivi/suivi-options.ts';

describe('npm run simulate -- suivi', () => {
  it('plays ten days of 300 people unless told otherwise', () => {
    expect(parseSuiviOptions([])).toMatchObject({ people: 300, days: 10, agents: 34, date: '2026-03-02', once: false });
    expect(parseSuiviOptions(['--people', '30', '--days', '3', '--once'])).toMatchObject({
      people: 30,
      days: 3,
      once: true,
    });
    expect(parseSuiviOptions(['--help'])).toMatchObject({ help: expect.stringContaining('--people') });
  });

  it.each([
    [['--people', '0'], '--people: "0" is not accepted; give a whole number from 1 to 3000'],
    [['--days', '31'], '--days: "31"'],
    [['--date', '2026-03-01'], '--date: "2026-03-01" is not accepted; give an open day'],
    [['--hours', '3'], '--hours'],
    [['--in-process'], '--in-process has no pages and keeps nothing'],
  ])('refuses %j with the value and what is accepted', (argv, said) => {
    expect(() => parseSuiviOptions(argv)).toThrow(said);
  });
});
