import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDeployment } from '../../../lib/config/parse-deployment.ts';
import { ConfigError, readDeployment } from '../../../lib/config/read-deployment.ts';
import { sampsCentre } from '../../../programmes/samps/centre.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { known, root } from '../support/assembly.ts';

const sample = (): Record<string, unknown> => JSON.parse(readFileSync(`${root}deployments/samps-demo.json`, 'utf8'));

/** The refusals of the sample with these fields changed, as `field: accepted`. */
function refusalsOf(change: Record<string, unknown>, knownHere = known): readonly string[] {
  return parseDeployment({ ...sample(), ...change }, knownHere).refusals.map(
    ({ field, accepted }) => `${field}: ${accepted}`,
  );
}

const number = { programme: 'samps', flow: 'samps/accueil' };
const arn = 'arn:aws:connect:eu-central-1:000000000000:instance/11111111-2222-3333-4444-555555555555';

describe('a deployment file', () => {
  it('COMMON-04: is accepted as the repository ships it', () => {
    const { deployment, refusals } = parseDeployment(sample(), known);
    expect(refusals).toEqual([]);
    expect(deployment).toEqual(sample());
  });

  it.each([
    ['name', { name: 'Samps Demo' }, 'name: lowercase letters'],
    ['region without Connect', { region: 'eu-west-3' }, 'region: one of "us-east-1"'],
    ['account as a number', { account: 123456789012 }, 'account: the 12 digits'],
    ['no programme', { programmes: [] }, 'programmes: a list of at least 1 item'],
    [
      'unknown programme',
      { programmes: ['sampz'], numbers: [], clientContacts: [], houseContacts: [], demoAgents: 0 },
      'programmes[0]: a programme of programmes/: samps',
    ],
    ['programme twice', { programmes: ['samps', 'samps'] }, 'programmes[1]: each once; the same is in programmes[0]'],
    ['unknown field', { demoAgent: 3 }, 'demoAgent: no such field; there are name, region'],
    ['alias and ARN', { instance: { alias: 'a', arn } }, 'instance.alias: no such field; there are arn'],
    ['alias of a directory', { instance: { alias: 'd-12' } }, 'instance.alias: letters, digits and hyphens'],
    ['null for absence', { quotas: null }, 'quotas: an object with concurrentCalls'],
    [
      'a quota in words',
      { quotas: { concurrentCalls: '10' } },
      'quotas.concurrentCalls: a whole number from 1 to 10000',
    ],
    [
      'a log retention CloudWatch has not',
      { retention: { reportsDays: 180, supersededDays: 1, logsDays: 91 } },
      'retention.logsDays: a retention of CloudWatch: 1, 3',
    ],
    [
      'reports kept less than S3 keeps them',
      { retention: { reportsDays: 90, supersededDays: 1, logsDays: 90 } },
      'retention.reportsDays: a whole number from 180 to 3650',
    ],
    ['test cases in words', { testCases: 'yes' }, 'testCases: true or false'],
    ['more demo agents than described', { demoAgents: 8 }, 'demoAgents: at most the 7 described'],
    [
      'a reach in other words',
      { voiceReach: { '+687': 'yes' } },
      'voiceReach["+687"]: one of "confirmed", "unconfirmed"',
    ],
    ['a prefix without +', { voiceReach: { '687': 'confirmed' } }, 'voiceReach: a prefix, such as "+687"'],
    ['no operator', { operators: [] }, 'operators: a list of at least 1 item'],
    ['an address that is not one', { operators: ['exploitation'] }, 'operators[0]: an e-mail address'],
    [
      'a number from nowhere',
      { numbers: [{ ...number, source: 'found' }] },
      'numbers[0].source: one of "claim", "existing", "declared"',
    ],
    [
      'a local number',
      { numbers: [{ ...number, source: 'declared', e164: '250000' }] },
      'numbers[0].e164: a number in E.164',
    ],
    [
      'a flow of another programme',
      { numbers: [{ programme: 'samps', flow: 'reflex/accueil', source: 'declared', e164: '+687250000' }] },
      'numbers[0].flow: a flow of its programme: "samps/…"',
    ],
    [
      'a number of a programme not deployed',
      { numbers: [{ programme: 'reflex', flow: 'reflex/accueil', source: 'declared', e164: '+33142760000' }] },
      "numbers[0].programme: one of this deployment's programmes: samps",
    ],
    [
      'an instance in another region',
      { instance: { arn: arn.replace('central', 'west') } },
      'instance.arn: an ARN of region "eu-central-1" and account "000000000000"',
    ],
  ])('refuses %s', (_, change, expected) => {
    const refusals = refusalsOf(change);
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toContain(expected);
  });

  it('accepts an existing instance and an existing number', () => {
    const e164 = '+33142760000';
    const existing = {
      ...number,
      source: 'existing',
      e164,
      arn: 'arn:aws:connect:eu-central-1:000000000000:phone-number/1-2',
    };
    expect(refusalsOf({ instance: { arn }, numbers: [existing] })).toEqual([]);
  });

  it('COMMON-49: keeps health data alone and in Frankfurt', () => {
    const suivi = { ...samps, name: 'suivi', hostsHealthData: true };
    const both = {
      programmes: { ...known.programmes, suivi },
      centres: { ...known.centres, suivi: sampsCentre },
    };
    expect(refusalsOf({ programmes: ['samps', 'suivi'], region: 'eu-west-2' }, both)).toEqual([
      'region: "eu-central-1": suivi holds health data (COMMON-49)',
      'programmes[1]: a programme that holds health data is deployed alone (COMMON-49)',
    ]);
    expect(
      parseDeployment({ ...sample(), programmes: ['suivi'], numbers: [], clientContacts: [], houseContacts: [] }, both)
        .refusals,
    ).toEqual([]);
  });

  it('tells every wrong field at once, with its value and what is accepted', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'permanence-config-')), 'wrong.json');
    const { quotas: _, ...rest } = sample();
    writeFileSync(file, JSON.stringify({ ...rest, region: 'eu-west-3', name: '' }));
    const message = messageOf(() => readDeployment(file, known));
    expect(message).toContain(`${file} is refused (3):`);
    expect(message).toContain('\n  name: "" is not accepted; accepted: lowercase letters');
    expect(message).toContain('\n  region: "eu-west-3" is not accepted; accepted: one of');
    expect(message).toContain('\n  quotas: is missing; accepted: an object with concurrentCalls');
  });

  it('says which file is not JSON, or not there', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'permanence-config-')), 'broken.json');
    expect(messageOf(() => readDeployment(file, known))).toContain(`${file} cannot be read as JSON: ENOENT`);
    writeFileSync(file, '{');
    expect(messageOf(() => readDeployment(file, known))).toContain(`${file} cannot be read as JSON:`);
  });
});

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}
