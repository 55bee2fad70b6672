import type { Centre } from '../open-centre.ts';
import { playRichDay } from './rich-day.ts';

/** Allowing statements that no local day can need, by what their id ends with, each with its reason. */
const neverNeeded: readonly { readonly ending: RegExp; readonly because: string }[] = [
  {
    ending: /(NumberAssociation|ContentSeeds)ActionRol.*DefaultPolicy\w+#[02]$/,
    because: 'role of the CDK provider framework: the local cloud calls the function that the framework wraps',
  },
  {
    ending: /-Data\/Key[0-9A-F]+#1$/,
    because: 'CloudWatch alarms use the key of the operators’ topic; there are no alarms here',
  },
  {
    ending: /OperatorsPolicy[0-9A-F]+#1$/,
    because: 'CloudWatch alarms publish to operators; there are no alarms here',
  },
  { ending: /AccessLogsPolicy[0-9A-F]+#1$/, because: 'S3 writes access logs; the local bucket keeps none' },
  {
    ending: /StreamKey[0-9A-F]+#1$/,
    because: 'Connect itself encrypts what it streams; here it hands records over in memory',
  },
  {
    ending: /(CalledByConnect[0-9A-F]+|-Centre\/Association[a-z]+)#0$/,
    because: 'Connect is let in twice: by the stack, and by the association that Connect makes; either is enough',
  },
];

/** One statement that allows something. */
export interface StatementProof {
  readonly id: string;
  readonly actions: readonly string[];
  /** Requests of the rich day that nothing else allows. */
  readonly needed: number;
  /** Why it may stand although no local day needs it. */
  readonly excused: string | undefined;
}

/** All allowing statements, with their use in a rich day. */
export async function statementsOf({ cloud }: Centre): Promise<StatementProof[]> {
  const usage = await cloud.iam.usage();
  return usage
    .filter(({ statement }) => statement.effect === 'Allow')
    .map(({ statement: { id, actions }, needed }) => ({
      id,
      actions: actions.patterns,
      needed,
      excused: neverNeeded.find(({ ending }) => ending.test(id))?.because,
    }));
}

const denial = /is not authorized to perform: (\S+) on resource: (\S+)/;

/** Refusals that a rich day without this statement meets, up to the first ten minutes that have any, each naming who, the action and the resource. Empty: nobody missed it. */
export async function denialsWithout(assembly: string, state: string, id: string): Promise<string[]> {
  try {
    const enough = (centre: Centre) => denialsIn(centre).length > 0;
    const centre = await playRichDay({ assembly, state, withoutStatements: [id], enough });
    await centre.cloud.stop();
    return denialsIn(centre);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    if (denial.test(said)) return [said];
    throw error;
  }
}

function denialsIn({ cloud }: Centre): string[] {
  const said = [
    ...cloud.problems().map(({ problem }) => problem),
    ...cloud.failures().map(({ outcome }) => outcome.errorMessage),
    ...cloud.connect.flowErrors.map((error) => JSON.stringify(error)),
  ];
  return [...new Set(said.filter((text) => denial.test(text)))];
}
