import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { suivi } from '../../../programmes/suivi/programme.ts';
import { parseSuiviOptions } from '../../../simulation/suivi/suivi-options.ts';

const guide = readFileSync(new URL('../../../docs/notices/suivi-conseiller.md', import.meta.url), 'utf8');

describe('ARS-47: the guide of those who call', () => {
  const { protocol } = suivi.followUp ?? expect.fail('suivi follows nobody');

  it.each(protocol.moments)('ARS-47: says what the call of $code is, and how long it takes', (moment) => {
    const row = guide.split('\n').find((line) => line.startsWith(`| ${moment.label} |`));
    expect(row).toContain(`| ${moment.callLabel} |`);
    expect(row).toContain(`| ${moment.handlingSeconds / 60} min |`);
  });

  it('ARS-47: lists the motives that may be chosen, all of them and in their order', () => {
    const labels = (motives: readonly { readonly label: string }[]) => motives.map(({ label }) => label).join(' ; ');
    expect(guide).toContain(`Refus de suivi : ${labels(protocol.refusalMotives)}.`);
    expect(guide).toContain(`Vulnérabilité : ${labels(protocol.vulnerabilityReasons)}.`);
  });

  it('ARS-47: gives a command of training that is understood', () => {
    const [, told = ''] = /^npm run simulate -- suivi (.*)$/m.exec(guide) ?? [];
    expect(parseSuiviOptions(told.split(' '))).toMatchObject({ people: 20, days: 3, fresh: true });
  });
});
