import { outboundFunctionNames } from '../../contracts/functions.ts';

/** Functions that a campaign of a crisis runs through: its own, and those that it shares with callers. */
const ofCampaigns: ReadonlySet<string> = new Set([
  ...outboundFunctionNames,
  ...['contact-records', 'agent-events', 'wrap-up', 'inbound-context'],
]);

/** Port calls that the code of these functions holds and that they cannot make in this deployment, each with what makes it so. */
const impossible: Readonly<Record<string, string>> = {
  'recipient-import s3:HeadObject': 'whether a list has arrived is asked by the page, recipient-lists',
  'recipient-lists s3:PutObject': 'it signs the form with which the browser itself puts the list in the bucket',
  'contact-records connect:StopContact': 'gives up places kept in a queue: no flow of reflex keeps any',
  'contact-records connect:DescribeContact':
    'asks of places kept in a queue and of contacts that were moved on: reflex has neither',
};

/** Why a point need not be crashed at; undefined when it must. `point`: `<function> <service>:<Operation>`, the function by its physical name. */
export function excuseOf(point: string): string | undefined {
  const named = [...ofCampaigns].find((name) => point.includes(`-${name} `));
  if (named === undefined) return 'not a function of campaigns';
  return impossible[`${named} ${point.slice(point.indexOf(' ') + 1)}`];
}
