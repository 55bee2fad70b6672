import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Centre } from '../open-centre.ts';
import { denial, denialsIn, type StatementProof, statementsOf } from './permissions.ts';
import { playRichCycle } from './rich-cycle.ts';

const noPreview =
  'a campaign with preview is live content that nobody seeds: each call is proven by test/lambdas/outbound/campaign-preview';
const searched =
  'at a deadline, who could not be called as promised is searched for: on a plan that can be kept, nobody (REFLEX-21)';
const unsent = 'a notice that a crash left unsent leaves when its cell answers (domain/referral/learn-referral)';

/** The same of six hours of a level, by action or resource: what only faults, deadlines or other content need. */
const rarelyNeeded: readonly { readonly statement: RegExp; readonly name: RegExp; readonly because: string }[] = [
  { statement: /CampaignPreviewRole/, name: /./, because: noPreview },
  { statement: /ReferralsRole/, name: /^(sns:Publish|kms:GenerateDataKey)$/, because: unsent },
  { statement: /CampaignDispatcherRole/, name: /^(sns:Publish|dynamodb:GetItem|.*Referrals.*)$/, because: searched },
  {
    statement: /CampaignDispatcherRole/,
    name: /^dynamodb:DeleteItem$/,
    because: 'a number is given back when Connect throttles its dial, or another run claims the person first',
  },
  {
    statement: /CampaignDispatcherRole/,
    name: /^connect:DescribeContact$/,
    because: 'Connect is asked about a dial whose record has not come after ten minutes (design decision 7)',
  },
];
/** Functions of campaigns, questionnaires, lists and referrals: the others are proven by the rich day. */
const ofCampaigns =
  /(Campaign(Dispatcher|Control|Forecast|Preview)|CycleReport|Questionnaire(Answers|Drafts)|Recipient(Lists|Import|Corrections)|Referrals|ReferralClock)Role/;

/**
 * Each allowing statement of the functions of campaigns, in the deployment of reflex: six rich hours need all of it, or an excuse says why not; and the
 * same hours without it are refused something. `tell`: one more proved; `faults` empty, or why not.
 */
export async function proveCyclePermissions({
  assembly,
  folder,
  count,
  tell,
}: {
  readonly assembly: string;
  readonly folder: string;
  readonly count: number;
  readonly tell: (name: string, faults: readonly string[], note?: string) => void;
}): Promise<void> {
  const { cycle, fault } = await playRichCycle({ assembly, state: join(folder, 'rich-cycle') });
  const statements = await statementsOfCycle(cycle);
  await cycle.cloud.stop();
  tell('a rich cycle', fault === undefined ? [] : [String(fault)], `${statements.length} statements`);
  for (const { id, unneeded, excused } of statements) {
    if (unneeded.length > 0) tell(id, [`nothing needs ${unneeded.join(', ')}: delete it from lib/`]);
    for (const [name, because] of Object.entries(excused)) console.log(`- ${name} of ${id} stands: ${because}`);
  }
  for (const { id } of statements.filter(({ needed }) => needed > 0).slice(0, count)) {
    const state = join(folder, 'without');
    const [first] = await denialsWithout(assembly, state, id);
    tell(
      id,
      first === undefined ? ['a cycle without it fails nowhere: delete it from lib/'] : [],
      first?.slice(0, 220),
    );
    rmSync(state, { recursive: true, force: true });
  }
}

/** Statements of the functions of campaigns, with their use in a rich cycle. A statement that only rare things need has all it allows excused. */
async function statementsOfCycle({ cloud }: Pick<Centre, 'cloud'>): Promise<StatementProof[]> {
  const all = (await statementsOf({ cloud })).filter(({ id }) => ofCampaigns.test(id));
  return all.map((proof) => {
    const excuses = rarelyNeeded.filter(({ statement }) => statement.test(proof.id));
    const excused = proof.unneeded.flatMap((name) => {
      const found = excuses.find((excuse) => excuse.name.test(name));
      return found === undefined ? [] : [[name, found.because] as const];
    });
    const unneeded = proof.unneeded.filter((name) => !excused.some(([other]) => other === name));
    return { ...proof, unneeded, excused: { ...proof.excused, ...Object.fromEntries(excused) } };
  });
}

/** Refusals that a rich cycle without this statement meets, up to the first ten minutes that have any. */
async function denialsWithout(assembly: string, state: string, what: string): Promise<string[]> {
  const enough = (cycle: Pick<Centre, 'cloud'>) => denialsIn(cycle).length > 0;
  try {
    const { cycle, fault } = await playRichCycle({ assembly, state, withoutStatements: [what], enough });
    await cycle.cloud.stop();
    const said = denialsIn(cycle);
    if (said.length === 0 && fault !== undefined) throw fault;
    return said;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    if (denial.test(said)) return [said];
    throw error;
  }
}
