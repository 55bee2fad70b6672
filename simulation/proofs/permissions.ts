import type { Centre } from '../open-centre.ts';
import { playRichDay } from './rich-day.ts';

/** Actions, and resources of one, that no scripted day can need, by the statement's id, each with its reason. */
const neverNeeded: readonly { readonly statement: RegExp; readonly what: RegExp; readonly because: string }[] = [
  {
    statement: /CampaignDispatcherRole/,
    what: /^dynamodb:DeleteItem$/,
    because: 'a lock is given back when another run claimed the same person at the same instant',
  },
  {
    statement: /CampaignDispatcherRole/,
    what: /^connect:DescribeContact$/,
    because: 'Connect is asked about an attempt whose record has not come for ten minutes: records do come here',
  },
  {
    statement: /CampaignDispatcherRole/,
    what: /^arn:aws:sqs:.*CampaignWakes/,
    because: 'the dispatcher wakes itself when more than five dials are due at once: six free agents',
  },
  {
    statement: /Recipient(Import|Corrections)Role/,
    what: /^dynamodb:Query$/,
    because: 'only registers of people for their age read the rules of registration; a list of files has none',
  },
  {
    statement: /SessionRole/,
    what: /^ds:DescribeDirectories$/,
    because: 'Connect asks it in the name of whoever describes an instance (service authorization reference)',
  },
  {
    statement: /(NumberAssociation|ContentSeeds)ActionRole\w*#\d$/,
    what: /^lambda:GetFunction$/,
    because:
      'when a first call has failed, the CDK provider framework asks whether the function is active ' +
      '(custom-resources/lib/provider-framework/runtime/outbound of aws-cdk-lib); a function is always active here',
  },
  {
    statement: /samps-demo-Data\/Key\w*#2$/,
    what: /^kms:/,
    because: 'End User Messaging publishes on an encrypted topic in its own name; the topic here asks no key of it',
  },
];

/** The function of the CDK that copies the files of the web app: its role is the CDK's, and what it does is done by a provider here. */
const helperOfCdk = /CustomCDKBucketDeployment/;

/** One statement that allows something. */
export interface StatementProof {
  readonly id: string;
  readonly actions: readonly string[];
  /** Requests of the rich day that nothing else allows. */
  readonly needed: number;
  /** Actions, and resources when there are several, that no request of the rich day needed and that nothing excuses. */
  readonly unneeded: readonly string[];
  /** Why an action may stand although no local day needs it, by action. */
  readonly excused: Readonly<Record<string, string>>;
}

/** All allowing statements, with their use in a rich day. */
export async function statementsOf({ cloud }: Pick<Centre, 'cloud'>): Promise<StatementProof[]> {
  const usage = await cloud.iam.usage();
  return usage
    .filter(({ statement }) => statement.effect === 'Allow' && !helperOfCdk.test(statement.id))
    .map(({ statement: { id, actions, resources }, needed, ...seen }) => {
      const places = resources?.patterns ?? [];
      const excused = Object.fromEntries(
        neverNeeded.flatMap(({ statement, what, because }) =>
          statement.test(id)
            ? [...actions.patterns, ...places].filter((one) => what.test(one)).map((one) => [one, because])
            : [],
        ),
      );
      const unneeded = [
        ...actions.patterns.filter((pattern) => !Object.keys(seen.actions).some((action) => covers(pattern, action))),
        ...(places.length > 1 ? places.filter((pattern) => seen.resources[pattern] === undefined) : []),
      ].filter((name) => excused[name] === undefined);
      return { id, actions: actions.patterns, needed, unneeded, excused };
    });
}

/** Whether the pattern of an action, `kms:GenerateDataKey*`, holds for `action`. */
function covers(pattern: string, action: string): boolean {
  return pattern.endsWith('*') ? action.startsWith(pattern.slice(0, -1)) : action === pattern;
}

export const denial = /is not authorized to perform: (\S+) on resource: (\S+)/;

/** Refusals that a rich day without this statement, or without one action of it (`<id> <action>`), meets, up to the first ten minutes that have any, each naming who, the action and the resource. Empty: nobody missed it. */
export async function denialsWithout(assembly: string, state: string, what: string): Promise<string[]> {
  try {
    const enough = (centre: Centre) => denialsIn(centre).length > 0;
    const centre = await playRichDay({ assembly, state, withoutStatements: [what], enough });
    await centre.cloud.stop();
    return denialsIn(centre);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    if (denial.test(said)) return [said];
    throw error;
  }
}

export function denialsIn({ cloud }: Pick<Centre, 'cloud'>): string[] {
  const said = [
    ...cloud.problems().map(({ problem }) => problem),
    ...cloud.failures().map(({ outcome }) => outcome.errorMessage),
    ...cloud.connect.flowErrors.map((error) => JSON.stringify(error)),
  ];
  return [...new Set(said.filter((text) => denial.test(text)))];
}
