import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { templateFaults } from '../../../domain/message/template-faults.ts';
import { parseDeployment } from '../../../lib/config/parse-deployment.ts';
import { suivi } from '../../../programmes/suivi/programme.ts';
import { known, root } from '../../infra/support/assembly.ts';

const shipped: Record<string, unknown> = JSON.parse(readFileSync(`${root}deployments/suivi-demo.json`, 'utf8'));
const refusals = (change: Record<string, unknown>) =>
  parseDeployment({ ...shipped, ...change }, known).refusals.map(({ field, accepted }) => `${field}: ${accepted}`);

describe('ARS-48: sensitive health data', () => {
  it('ARS-48, COMMON-49: is hosted alone, and in the certified region of the European Economic Area only', () => {
    expect(refusals({})).toEqual([]);
    expect(refusals({ region: 'eu-west-2' })).toContain('region: "eu-central-1": suivi holds health data (COMMON-49)');
    expect(refusals({ programmes: ['samps', 'suivi'] })).toContain(
      'programmes[1]: a programme that holds health data is deployed alone (COMMON-49)',
    );
  });

  it('ARS-48, COMMON-48: is in no SMS, and a text that says some is refused by its word', () => {
    const { messageTemplates, messageRules } = suivi.messages ?? expect.fail('suivi writes to nobody');
    expect(messageTemplates.flatMap((template) => templateFaults(template, messageRules))).toEqual([]);
    for (const word of ['COVID-19', 'malade', 'symptômes', 'testé', 'positif', 'quarantaine']) {
      for (const template of messageTemplates) {
        const faults = templateFaults({ ...template, text: `ARS: ${word} {link}` }, messageRules);
        expect(faults.join(' ').toLowerCase()).toContain(word.toLowerCase().split('-')[0]);
      }
    }
  });
});
