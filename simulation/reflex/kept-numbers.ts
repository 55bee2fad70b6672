import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OptionError } from '../start-options.ts';

type Numbers = Readonly<Record<string, string | number>>;

/** Notes in a state folder which cycle it holds. Another cycle over its state would be neither: refused, naming both, unless the state is forgotten first. */
export function keepNumbers(state: string, numbers: Numbers, fresh: boolean): void {
  const file = join(state, 'cycle.json');
  const text = JSON.stringify(numbers);
  const kept = existsSync(file) ? readFileSync(file, 'utf8') : text;
  if (kept !== text && !fresh) {
    throw new OptionError(
      `--state: "${state}" holds the cycle ${kept}, not ${text}; give --fresh to forget it, or another folder`,
    );
  }
  writeFileSync(file, text);
}
