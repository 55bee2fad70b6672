import type { ClientSoftware } from '../../contracts/client-software.ts';

/** What one file of `deployments/` says: one account, one region, one Connect instance, a set of programmes (design decision 1). */
export interface Deployment {
  /** Prefix of every name, e.g. `samps-demo`. */
  readonly name: string;
  /** One of the regions of Amazon Connect. */
  readonly region: string;
  readonly account: string;
  readonly programmes: readonly string[];
  /** A new instance by its alias (globally unique, for ever), or an existing one by its ARN. Absent where nobody calls any of the programmes. */
  readonly instance?: NewInstance | ExistingInstance;
  /** Name under which people open the pages (ALERTES-39). Absent = the one that AWS gives. */
  readonly domain?: SiteDomain;
  readonly numbers: readonly PhoneNumberSource[];
  /** Whether voice calls to numbers with this prefix are known to work; a prefix that is not listed is not dialled (design decision 18). */
  readonly voiceReach: Readonly<Record<string, 'confirmed' | 'unconfirmed'>>;
  /** Named persons of the client, told by e-mail of reports and alerts (SAMPS-41), until a supervisor names others. */
  readonly clientContacts: readonly NamedPerson[];
  /** Named persons of ours, told likewise. Absent = none. */
  readonly houseContacts?: readonly NamedPerson[];
  /**
   * Addresses of the contacts on duty of cells (codes of the programme's referral rules). One that has none is the operators'. Absent = none has.
   */
  readonly dutyContacts?: readonly DutyAddress[];
  /** E-mail addresses of those who act on alarms. */
  readonly operators: readonly string[];
  /** Number of demonstration agents created with the centre; 0 where agents are real people. */
  readonly demoAgents: number;
  /**
   * Whether the test cases of `contact-flows/tests/` are deployed beside the flows, SAVED: nothing runs by itself. Absent = no.
   */
  readonly testCases?: boolean;
  /** The client's own software, where it can be reached (docs/appointments.md). Absent = what comes with us stands for it. */
  readonly software?: ClientSoftware;
  readonly quotas: {
    /** Concurrent calls that AWS granted to the instance (10 unless raised). Absent where there is none. */
    readonly concurrentCalls?: number;
    /** SendTextMessage requests a second that AWS granted. Absent = 1, as for every account. */
    readonly messagesPerSecond?: number;
    /** US dollars that the account may spend on messages in a month. Absent = 1, as for every account. Read by the local cloud; AWS keeps its own. */
    readonly messageSpendUsd?: number;
  };
  readonly retention: {
    /** Days a report is kept. */
    readonly reportsDays: number;
    /** Days a version of a report that was overwritten is kept. */
    readonly supersededDays: number;
    /** Days of function and access logs; one of the values CloudWatch accepts. */
    readonly logsDays: number;
  };
}

/** A deployment with a contact centre. */
export interface CentreDeployment extends Deployment {
  readonly instance: NewInstance | ExistingInstance;
  readonly quotas: Deployment['quotas'] & { readonly concurrentCalls: number };
}

export function hasInstance(deployment: Deployment): deployment is CentreDeployment {
  return deployment.instance !== undefined && deployment.quotas.concurrentCalls !== undefined;
}

export interface SiteDomain {
  /** E.g. `sms.connectes.eu`; its DNS points to what the site stack answers as `WebTarget`. */
  readonly name: string;
  /** A certificate of AWS Certificate Manager: of `us-east-1` with a contact centre (CloudFront), of the region without (API Gateway). */
  readonly certificateArn: string;
}

export interface NewInstance {
  readonly alias: string;
}

interface ExistingInstance {
  readonly arn: string;
}

interface NamedPerson {
  readonly name: string;
  readonly role: string;
  readonly email: string;
  readonly programme: string;
}

export interface DutyAddress {
  readonly programme: string;
  /** Code of the contact. */
  readonly contact: string;
  readonly email: string;
}

/** Where a number comes from, and the programme and flow its callers reach. */
export type PhoneNumberSource = {
  readonly programme: string;
  /** `<programme>/<flow>`. */
  readonly flow: string;
} & (
  | {
      readonly source: 'claim';
      /** ISO country, e.g. `FR`. */
      readonly country: string;
      readonly type: 'DID' | 'TOLL_FREE' | 'UIFN';
      /** Start of the number wanted, or all of it: `+33`, `+687250000`. */
      readonly prefix?: string;
    }
  /** A number the instance already holds: this deployment decides which flow it starts. */
  | { readonly source: 'existing'; readonly e164: string; readonly arn: string }
  /** A number whose calls are brought to the flow outside this deployment: only the programme learns of it. */
  | { readonly source: 'declared'; readonly e164: string }
);

export function isNewInstance(instance: CentreDeployment['instance']): instance is NewInstance {
  return 'alias' in instance;
}
