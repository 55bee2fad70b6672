import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Centre } from '../../simulation/open-centre.ts';
import { denialsWithout, type StatementProof, statementsOf } from '../../simulation/proofs/permissions.ts';
import { playRichDay } from '../../simulation/proofs/rich-day.ts';
import { assembly, scratch } from '../support/assembly.ts';

/** `npm run soak -- permissions` removes each in turn. */
describe('COMMON-03: every permission is needed on a day when everything happens', () => {
  let centre: Centre;
  let statements: StatementProof[];

  beforeAll(async () => {
    centre = await playRichDay({ assembly: assembly(), state: scratch('rich') });
    statements = await statementsOf(centre);
  }, 180_000);
  afterAll(() => centre.cloud.stop());

  it('and nothing is refused or fails', () => {
    expect(centre.cloud.problems()).toEqual([]);
    expect(centre.cloud.failures()).toEqual([]);
    expect(centre.cloud.connect.flowErrors).toEqual([]);
  });

  it('each statement, each action and each resource of it', () => {
    expect(statements.length).toBeGreaterThan(60);
    const stands = ({ actions, excused }: StatementProof) => actions.every((one) => excused[one] !== undefined);
    expect(statements.filter((one) => one.unneeded.length > 0 || (one.needed === 0 && !stands(one)))).toEqual([]);
  });

  it('but what only AWS asks for, or what only chance brings about in campaigns', () => {
    const excused = new Set(statements.flatMap(({ excused }) => Object.keys(excused)));
    expect([...excused].map((one) => one.replace(/^arn:.*:/, '')).sort()).toEqual([
      expect.stringContaining('CampaignWakes'),
      'connect:DescribeContact',
      'ds:DescribeDirectories',
      'dynamodb:DeleteItem',
      'dynamodb:Query',
      'kms:Decrypt',
      'kms:GenerateDataKey*',
      'lambda:GetFunction',
    ]);
  });

  it('and without one, the refusal names function, action and resource', async () => {
    const journal = statements.find(
      ({ id, actions }) => /ContactRecords/.test(id) && /BatchWrite/.test(String(actions)),
    );
    const said = await denialsWithout(assembly(), scratch('without'), journal?.id ?? 'none');
    expect(said.join('\n')).toMatch(
      /permanence-samps-demo-contact-records is not authorized to perform: dynamodb:BatchWriteItem on resource: arn:aws:dynamodb:\S+Journal/,
    );
  }, 180_000);
});
