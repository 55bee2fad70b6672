import { schemes } from '../../../programmes/samps/schemes.ts';
import { flowTexts, texts } from '../../../programmes/samps/texts.ts';
import { fullAttributes, type Scenario, unspeakable } from '../scenario.ts';
import { openContext, quietWorld, registeredCallback, type World, withFunctions } from '../world.ts';

const flow = 'samps/accueil';
const full = 'Toutes nos lignes sont occupées.';
const all = (state: 'full' | 'refuses' | 'missing'): World => ({
  ...quietWorld,
  queues: Object.fromEntries(schemes.map(({ queue }) => [queue, state])),
});
const boursesFull: World = { ...quietWorld, queues: { 'samps-bourses': 'full' } };
const granted = { callbackRequested: 'queue-full', callbackId: 'callback-1' };

const queueFull: readonly Scenario[] = [
  {
    title: 'SAMPS-04: queue full, key 1: called back',
    flow,
    world: boursesFull,
    acts: ['3', '1'],
    hears: [full, texts.callbackConfirmed, flowTexts.goodbye],
    ends: 'disconnected',
    attributes: { ...granted, scheme: 'BOURSES', failure: undefined },
    asks: [['inbound-context'], ['callback-request', { reason: 'queue-full' }]],
  },
  {
    title: 'SAMPS-43: queue full, key 0: another try at a person, keeping the scheme',
    flow,
    world: boursesFull,
    acts: ['3', '0'],
    hears: [full],
    ends: 'queued',
    queue: 'samps-non-qualifie',
    attributes: { scheme: 'BOURSES', callbackRequested: undefined },
  },
  {
    title: 'SAMPS-04: every queue full, key 0: called back all the same',
    flow,
    world: all('full'),
    acts: ['3', '0'],
    hears: [full, texts.callbackConfirmed, flowTexts.goodbye],
    ends: 'disconnected',
    attributes: granted,
  },
  ...['silence', '8'].map(
    (act): Scenario => ({
      title: `SAMPS-04: queue full, ${act}: called back all the same`,
      flow,
      world: boursesFull,
      acts: ['3', act],
      hears: [full, texts.callbackConfirmed, flowTexts.goodbye],
      ends: 'disconnected',
      attributes: granted,
    }),
  ),
  {
    title: 'queue full and nothing can be heard: called back all the same',
    flow,
    world: all('full'),
    contact: { channel: 'CHAT' },
    hears: [texts.callbackConfirmed, flowTexts.goodbye],
    ends: 'disconnected',
    attributes: granted,
  },
  ...(['refuses', 'missing'] as const).map(
    (state): Scenario => ({
      title: `queue full, key 0, and the other queue ${state}: apology, called back`,
      flow,
      world: { ...boursesFull, queues: { ...boursesFull.queues, 'samps-non-qualifie': state } },
      acts: ['3', '0'],
      hears: [full, flowTexts.apology, texts.callbackConfirmed],
      ends: 'disconnected',
      attributes: { failure: 'technical', callbackRequested: 'technical' },
    }),
  ),
];

const failures: readonly Scenario[] = [
  ...schemes.slice(0, 3).map(
    ({ code, key, queue }): Scenario => ({
      title: `SAMPS-02: ${queue} missing: the call goes to a person in another queue`,
      flow,
      world: { ...quietWorld, queues: { [queue]: 'missing' } },
      acts: [key],
      hears: [texts.welcome],
      neverHears: [flowTexts.technicalOpen],
      ends: 'queued',
      queue: 'samps-non-qualifie',
      attributes: { scheme: code },
    }),
  ),
  ...(['refuses', 'missing'] as const).map(
    (state): Scenario => ({
      title: `SAMPS-02: every queue ${state}: apology and a callback`,
      flow,
      world: all(state),
      acts: ['1'],
      hears: [flowTexts.apology, texts.callbackConfirmed, flowTexts.goodbye],
      ends: 'disconnected',
      attributes: { failure: 'technical', callbackRequested: 'technical', callbackId: 'callback-1' },
      asks: [['inbound-context'], ['callback-request', { reason: 'technical' }]],
    }),
  ),
  {
    title: 'a failure that cannot even be noted is still said',
    flow,
    world: all('missing'),
    contact: fullAttributes,
    acts: ['1'],
    hears: [flowTexts.apology, texts.callbackConfirmed, flowTexts.goodbye],
    ends: 'disconnected',
  },
  {
    title: 'a welcome that cannot be spoken does not stop the call',
    flow,
    world: withFunctions({ 'inbound-context': () => ({ ...openContext, welcomeText: unspeakable }) }),
    acts: ['1'],
    hears: ["Pour l'aide médicale"],
    ends: 'queued',
    queue: 'samps-aide-medicale',
  },
];

const answers: readonly (readonly [string, 'fails' | Record<string, string>, readonly string[], string | undefined])[] =
  [
    [
      'already registered',
      { ...registeredCallback, registered: 'already', text: texts.callbackAlready },
      [texts.callbackAlready],
      'queue-full',
    ],
    [
      'impossible without a number',
      { registered: 'no', callbackId: '', callbackNumber: '', text: texts.callbackImpossible },
      [texts.callbackImpossible],
      undefined,
    ],
    ['an answer without meaning', { registered: 'maybe', text: 'x' }, [flowTexts.callAgain], undefined],
    ['no answer', 'fails', [flowTexts.callAgain], undefined],
    ['a text that cannot be spoken', { ...registeredCallback, text: unspeakable }, [], 'queue-full'],
  ];

export const queueEntryScenarios: readonly Scenario[] = [
  ...queueFull,
  ...failures,
  ...answers.map(
    ([title, reply, hears, callbackRequested]): Scenario => ({
      title: `SAMPS-04: callback request: ${title}`,
      flow,
      world: withFunctions({ 'callback-request': () => reply }, boursesFull),
      acts: ['3', '1'],
      hears: [full, ...hears, flowTexts.goodbye],
      ends: 'disconnected',
      attributes: { callbackRequested },
    }),
  ),
];
