import type { CallbackRequest } from '../../flow-engine/src/index.ts';
import { texts } from '../../programmes/samps/texts.ts';

export interface Invocation {
  /** `inbound-context`… */
  readonly function: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly attributes: Readonly<Record<string, string>>;
  /** Flow logging at the time of the call. */
  readonly logged: boolean;
}

/** What a function answers to one invocation: an object, a failure, or nothing in time. */
export type FunctionAnswer = (invocation: Invocation) => Readonly<Record<string, string>> | 'fails' | 'times-out';

/** Everything around a call that a scenario may bend. */
export interface World {
  readonly functions: Readonly<Record<string, FunctionAnswer>>;
  /** Connect's own hours. */
  readonly hours: 'open' | 'closed' | 'unknown';
  /** By queue name; what is not named takes the contact. */
  readonly queues: Readonly<Record<string, 'full' | 'refuses' | 'missing'>>;
  readonly modules: 'there' | 'missing';
  readonly voice: 'there' | 'missing';
  readonly metrics: { readonly position: number; readonly waitSeconds: number } | 'none' | 'refused';
  readonly dialable: boolean;
  readonly callbacks: (request: CallbackRequest) => 'created' | 'refused';
}

export const openContext = {
  state: 'open',
  reason: 'open',
  closedText: '',
  welcomeText: texts.welcome,
  callbackOffered: 'no',
  callerNumber: 'known',
  personId: 'person-1',
  knownPerson: 'no',
  numberKey: 'key-1',
  priorityClass: 'normal',
};

export const closedContext = {
  ...openContext,
  state: 'closed',
  reason: 'hours',
  closedText: `${texts.closedHours.replace('{hours}', 'du lundi au vendredi, de 7 heures 30 à 16 heures')} ${texts.webAddress}`,
  welcomeText: '',
  callbackOffered: 'yes',
};

const withheld = { callerNumber: 'missing', personId: '', numberKey: '' };
export const withheldContext = { ...openContext, ...withheld };
export const withheldClosedContext = { ...closedContext, ...withheld };

const typedNumber = {
  accepted: 'yes',
  personId: 'person-2',
  numberKey: 'key-2',
  knownPerson: 'yes',
  spokenNumber: '25 12 34',
};
export const refusedNumber = { accepted: 'no', personId: '', numberKey: '', knownPerson: 'no', spokenNumber: '' };

export const registeredCallback = {
  registered: 'yes',
  callbackId: 'callback-1',
  callbackNumber: '+687251234',
  text: texts.callbackConfirmed,
};

/** A day when all goes well, half-way through the queue. */
export const quietWorld: World = {
  functions: {
    'inbound-context': () => openContext,
    'caller-number': () => typedNumber,
    'callback-request': () => registeredCallback,
    'queue-announcement': ({ parameters }) => ({
      text: texts.waitPosition.replace('{position}', String(parameters['position'])).replace('{wait}', '4 minutes'),
      offerCallback: parameters['turn'] === '1' ? 'no' : 'yes',
    }),
  },
  hours: 'open',
  queues: {},
  modules: 'there',
  voice: 'there',
  metrics: { position: 3, waitSeconds: 240 },
  dialable: true,
  callbacks: () => 'created',
};

/** The quiet world with some functions answering otherwise. */
export const withFunctions = (functions: World['functions'], world: World = quietWorld): World => ({
  ...world,
  functions: { ...world.functions, ...functions },
});
