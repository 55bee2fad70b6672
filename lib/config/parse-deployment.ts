import type { SoftwareAccess } from '../../contracts/client-software.ts';
import { isCalled, type Programme } from '../../domain/programme/programme.ts';
import type { Centre } from '../../programmes/centre.ts';
import type { CentreDeployment, Deployment, PhoneNumberSource, SiteDomain } from './deployment.ts';
import { list, map, object, oneOf, optional, type Parser, type Refusal, text, whole, yesOrNo } from './parser.ts';

/** Amazon Connect is not in eu-west-3 (Amazon Connect documentation). */
const connectRegions = [
  'us-east-1',
  'us-west-2',
  'af-south-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-west-2',
] as const;

/** HDS-certified and in the European Economic Area, which London is not (COMMON-49). */
const healthRegion = 'eu-central-1';

/** The values CloudWatch Logs accepts up to two years. */
const logRetentions = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731];

const name = text(
  /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  'lowercase letters, digits and single hyphens, such as "samps-demo"',
);
const email = text(/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+$/, 'an e-mail address, such as "prenom.nom@province-sud.nc"');
const words = text(/\S/, 'a text that is not empty');
const e164 = text(/^\+[1-9]\d{5,14}$/, 'a number in E.164, such as "+687250000"');
const flow = text(/^[a-z0-9-]+\/[a-z0-9-]+$/, '<programme>/<flow>, such as "samps/accueil"');
const days = whole(1, 3650);

const number: Parser<PhoneNumberSource> = (value, field, refuse) => {
  const common = { programme: name, flow };
  const forms = {
    claim: object({
      ...common,
      source: oneOf(['claim']),
      country: text(/^[A-Z]{2}$/, 'an ISO country code, such as "FR"'),
      type: oneOf(['DID', 'TOLL_FREE', 'UIFN']),
      prefix: optional(text(/^\+[1-9]\d{0,14}$/, 'the start of a number or all of it, such as "+33"')),
    }),
    existing: object({
      ...common,
      source: oneOf(['existing']),
      e164,
      arn: text(
        /^arn:aws[a-z-]*:connect:[a-z0-9-]+:\d{12}:phone-number\/[\w-]+$/,
        'the ARN without the instance in its path, such as "arn:aws:connect:eu-central-1:111122223333:phone-number/0e7c…"',
      ),
    }),
    declared: object({ ...common, source: oneOf(['declared']), e164 }),
  };
  const source = oneOf(['claim', 'existing', 'declared'])(
    typeof value === 'object' && value !== null && 'source' in value ? value.source : undefined,
    `${field}.source`,
    refuse,
  );
  return source === undefined ? undefined : forms[source](value, field, refuse);
};

const instance: Parser<CentreDeployment['instance']> = (value, field, refuse) => {
  const isExisting = typeof value === 'object' && value !== null && 'arn' in value;
  const existing = object({
    arn: text(
      /^arn:aws[a-z-]*:connect:[a-z0-9-]+:\d{12}:instance\/[\w-]+$/,
      'the ARN of an instance, such as "arn:aws:connect:eu-central-1:111122223333:instance/0e7c…"',
    ),
  });
  const created = object({
    alias: text(
      /^(?!d-)[\da-zA-Z](?:-?[\da-zA-Z]){0,44}$/,
      'letters, digits and hyphens, at most 45, not starting with "d-"',
    ),
  });
  return (isExisting ? existing : created)(value, field, refuse);
};

const domain: Parser<SiteDomain> = object({
  name: text(
    /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/,
    'a domain name, such as "sms.connectes.eu"',
  ),
  certificateArn: text(
    /^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[\w-]+$/,
    'the ARN of a certificate, such as "arn:aws:acm:eu-central-1:111122223333:certificate/0e7c…"',
  ),
});

const software: Parser<SoftwareAccess> = (value, field, refuse) => {
  const type = object({ type: oneOf(['files', 'http'] as const) });
  const isHttp = typeof value === 'object' && value !== null && 'type' in value && value.type === 'http';
  const http = object({
    type: oneOf(['http'] as const),
    url: text(/^https:\/\/[^\s?#]+$/, 'an https address'),
    secretArn: text(
      /^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:\S+$/,
      'the ARN of a secret that holds the token',
    ),
  });
  if (isHttp) {
    return http(value, field, refuse);
  }
  return type(value, field, refuse) === undefined ? undefined : { type: 'files' };
};

const people = list(object({ name: words, role: words, email, programme: name }), {
  least: 0,
  same: (one) => `${one.programme} ${one.email}`,
});

const deployment: Parser<Deployment> = object({
  name,
  region: oneOf(connectRegions),
  account: text(/^\d{12}$/, 'the 12 digits of an AWS account'),
  programmes: list(name, { least: 1, same: (one) => one }),
  instance: optional(instance),
  domain: optional(domain),
  numbers: list(number, {
    least: 0,
    same: (one) => (one.source === 'claim' ? (one.prefix ?? '') + one.flow : one.e164),
  }),
  voiceReach: map(/^\+\d{1,15}$/, 'a prefix, such as "+687"', oneOf(['confirmed', 'unconfirmed'])),
  clientContacts: people,
  houseContacts: optional(people),
  dutyContacts: optional(
    list(object({ programme: name, contact: name, email }), {
      least: 0,
      same: (one) => `${one.programme} ${one.contact} ${one.email}`,
    }),
  ),
  operators: list(email, { least: 1, same: (one) => one }),
  demoAgents: whole(0, 100),
  testCases: optional(yesOrNo),
  software: optional(object({ aloha: optional(software), pam: optional(software) })),
  quotas: object({
    concurrentCalls: optional(whole(1, 10_000)),
    messagesPerSecond: optional(whole(1, 1000)),
    messageSpendUsd: optional(whole(1, 10_000_000)),
  }),
  // Reports go to cheaper storage after 90 days, where S3 keeps them 30 at least.
  retention: object({ reportsDays: whole(180, 3650), supersededDays: days, logsDays: days }),
});

/** What a deployment may name. */
export interface Known {
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly centres: Readonly<Record<string, Centre>>;
}

/** Every refusal at once; the deployment only when there is none. */
export function parseDeployment(
  value: unknown,
  known: Known,
): { readonly deployment?: Deployment; readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = [];
  const parsed = deployment(value, '', (refusal) => refusals.push(refusal));
  if (parsed === undefined) {
    return { refusals };
  }
  refusals.push(...contradictions(parsed, known));
  return refusals.length === 0 ? { deployment: parsed, refusals } : { refusals };
}

/** Fields that are right alone and wrong together. */
function contradictions(given: Deployment, known: Known): readonly Refusal[] {
  const found: Refusal[] = [];
  const refuse = (field: string, value: unknown, accepted: string): void => void found.push({ field, value, accepted });

  for (const [index, programme] of given.programmes.entries()) {
    const field = `programmes[${index}]`;
    if (isUnknown(programme, known)) {
      refuse(field, programme, `a programme of programmes/: ${Object.keys(known.programmes).join(', ')}`);
    } else if (known.programmes[programme]?.hostsHealthData === true) {
      if (given.region !== healthRegion) {
        refuse('region', given.region, `"${healthRegion}": ${programme} holds health data (COMMON-49)`);
      }
      if (given.programmes.length > 1) {
        refuse(field, programme, 'a programme that holds health data is deployed alone (COMMON-49)');
      }
    }
  }
  const ofCertificate = given.instance === undefined ? given.region : 'us-east-1';
  if (given.domain !== undefined && given.domain.certificateArn.split(':')[3] !== ofCertificate) {
    refuse('domain.certificateArn', given.domain.certificateArn, `a certificate of ${ofCertificate}`);
  }
  const named = [
    ...given.numbers.map((one, index) => ({ field: `numbers[${index}].programme`, programme: one.programme })),
    ...given.clientContacts.map((one, index) => ({
      field: `clientContacts[${index}].programme`,
      programme: one.programme,
    })),
    ...(given.houseContacts ?? []).map((one, index) => ({
      field: `houseContacts[${index}].programme`,
      programme: one.programme,
    })),
    ...(given.dutyContacts ?? []).map((one, index) => ({
      field: `dutyContacts[${index}].programme`,
      programme: one.programme,
    })),
  ];
  for (const { field, programme } of named.filter((one) => !given.programmes.includes(one.programme))) {
    refuse(field, programme, `one of this deployment's programmes: ${given.programmes.join(', ')}`);
  }
  for (const [index, { programme, contact }] of (given.dutyContacts ?? []).entries()) {
    const contacts = contactsOf(known.programmes[programme]);
    if (!contacts.includes(contact)) {
      const accepted = contacts.length === 0 ? 'none: the programme refers nobody' : contacts.join(', ');
      refuse(`dutyContacts[${index}].contact`, contact, `a contact of the programme's referral rules: ${accepted}`);
    }
  }
  for (const [index, one] of given.numbers.entries()) {
    if (!one.flow.startsWith(`${one.programme}/`)) {
      refuse(`numbers[${index}].flow`, one.flow, `a flow of its programme: "${one.programme}/…"`);
    }
    if (one.source === 'existing') {
      refuseForeign(`numbers[${index}].arn`, one.arn, given, refuse);
    }
  }
  const called = given.programmes.filter((one) => known.centres[one] !== undefined);
  if (called.length > 0 && given.instance === undefined) {
    refuse('instance', undefined, `a new instance or an existing one: people call ${called.join(', ')}`);
  }
  if (called.length > 0 && given.quotas.concurrentCalls === undefined) {
    refuse('quotas.concurrentCalls', undefined, `a whole number: people call ${called.join(', ')}`);
  }
  if (given.instance !== undefined && given.programmes.every((one) => isUncalled(one, known))) {
    refuse('instance', given.instance, `none: nobody calls ${given.programmes.join(', ')}`);
  }
  const writing = given.programmes.filter((one) => known.programmes[one]?.alerts !== undefined);
  if (writing.length > 1) {
    refuse('programmes', given.programmes, `one at most by which structures write: ${writing.join(' or ')}`);
  }
  if (given.instance !== undefined && 'arn' in given.instance) {
    refuseForeign('instance.arn', given.instance.arn, given, refuse);
  }
  if (!logRetentions.includes(given.retention.logsDays)) {
    refuse('retention.logsDays', given.retention.logsDays, `a retention of CloudWatch: ${logRetentions.join(', ')}`);
  }
  const demonstrators = given.programmes.reduce((sum, one) => sum + (known.centres[one]?.demoAgents.length ?? 0), 0);
  if (given.demoAgents > demonstrators) {
    refuse('demoAgents', given.demoAgents, `at most the ${demonstrators} described by programmes/*/centre.ts`);
  }
  return found;
}

function isUnknown(name: string, { programmes, centres }: Known): boolean {
  const programme = programmes[name];
  return programme === undefined || (isCalled(programme) && centres[name] === undefined);
}

function isUncalled(name: string, { programmes }: Known): boolean {
  const programme = programmes[name];
  return programme !== undefined && !isCalled(programme);
}

function contactsOf(programme: Programme | undefined): readonly string[] {
  const rules = programme?.outbound?.referralRules;
  return rules === undefined
    ? []
    : [...rules.cells.flatMap(({ contacts }) => contacts), rules.supervisor].map(({ code }) => code);
}

/** An ARN of another region or account would deploy half a centre. */
function refuseForeign(
  field: string,
  arn: string,
  given: Deployment,
  refuse: (field: string, value: unknown, accepted: string) => void,
): void {
  const [, , , region, account] = arn.split(':');
  if (region !== given.region || account !== given.account) {
    refuse(field, arn, `an ARN of region "${given.region}" and account "${given.account}"`);
  }
}
