import { flowTexts, texts } from '../../../programmes/reflex/texts.ts';
import { fullAttributes, type Scenario } from '../scenario.ts';
import { closedContext, openContext, quietWorld, type World, withFunctions } from '../world.ts';

const queue = 'reflex-canicule';
const announcement = 'Bonjour. Ici la Ville de Paris.';
const attributes = {
  programme: 'reflex',
  scheme: 'CANICULE',
  schemeLabel: 'Canicule',
  attemptId: 'a',
  nature: 'campaign',
  announcement,
};
const outbound = {
  flow: 'reflex/rappel-sortant',
  contact: { initiationMethod: 'API', attributes },
  hears: [announcement],
} as const;
const queueIs = (state: 'full' | 'refuses' | 'missing', world: World = quietWorld): World => ({
  ...world,
  queues: { [queue]: state },
});

const calling: readonly Scenario[] = [
  {
    ...outbound,
    title: 'REFLEX-34: who answers hears who calls, before any agent, and passes before those who ring us',
    ends: 'queued',
    queue,
    priority: 1,
    attributes: { attemptId: 'a', failure: undefined },
  },
  {
    ...outbound,
    title: 'a callback, which has no words of a campaign, says who calls as well',
    contact: { initiationMethod: 'API', attributes: { programme: 'reflex', scheme: 'CANICULE' } },
    hears: [flowTexts.callbackGreeting],
    ends: 'queued',
    queue,
    priority: 1,
  },
  {
    ...outbound,
    title: 'the queue is full: apologies, and we will call again',
    world: queueIs('full'),
    hears: [announcement, flowTexts.noAgent, flowTexts.goodbye],
    ends: 'disconnected',
    attributes: { failure: undefined },
  },
  ...(['refuses', 'missing'] as const).map(
    (state): Scenario => ({
      ...outbound,
      title: `the queue ${state}: apology`,
      world: queueIs(state),
      hears: [announcement, flowTexts.apology, flowTexts.goodbye],
      ends: 'disconnected',
      attributes: { failure: 'technical' },
    }),
  ),
  {
    ...outbound,
    title: 'no voice, no attribute and no queue: who answers still hears why',
    contact: { initiationMethod: 'API', attributes: { ...fullAttributes.attributes } },
    world: { ...queueIs('missing'), voice: 'missing' },
    hears: [flowTexts.callbackGreeting, flowTexts.apology, flowTexts.goodbye],
    ends: 'disconnected',
  },
  {
    flow: 'reflex/file-campagne',
    title: 'REFLEX-34: an agent comes at once',
    acts: ['agent'],
    hears: ['Un conseiller va vous parler.'],
    ends: 'stopped',
  },
  {
    flow: 'reflex/file-campagne',
    title: 'design decision 8: no agent within 15 s: apologies, a compliance abandon',
    acts: ['next-round'],
    hears: ['Un conseiller va vous parler.', flowTexts.noAgent, flowTexts.goodbye],
    ends: 'disconnected',
  },
  {
    flow: 'reflex/file-campagne',
    title: 'music that cannot be played: apologies',
    contact: { channel: 'CHAT' },
    hears: [flowTexts.noAgent, flowTexts.goodbye],
    ends: 'disconnected',
  },
];

const inbound = { flow: 'reflex/accueil' } as const;
const known = { ...openContext, welcomeText: texts.welcome, ringBackId: '', recipientId: '' };
const answers = (context: Readonly<Record<string, string>>, world?: World): World =>
  withFunctions({ 'inbound-context': () => ({ ...known, ...context }) }, world);
const closed = { ...closedContext, ringBackId: '', recipientId: '' };
const offer = "Pour être rappelé par un conseiller dès l'ouverture, tapez 1.";

const ringingBack: readonly Scenario[] = [
  {
    ...inbound,
    title: 'REFLEX-34: a registered person who rings back during a cycle reaches the campaign',
    world: answers({ welcomeText: 'Merci de rappeler.', ringBackId: 'c_20260706T070000Z-1-r-0', recipientId: 'r' }),
    hears: ['Merci de rappeler.'],
    ends: 'queued',
    queue,
    priority: 5,
    attributes: { ringBackId: 'c_20260706T070000Z-1-r-0', recipientId: 'r', numberKey: 'key-1', opening: 'open' },
  },
  {
    ...inbound,
    title: 'whom we owe a call passes before',
    world: answers({ priorityClass: 'callback' }),
    hears: [texts.welcome],
    ends: 'queued',
    queue,
    priority: 3,
  },
  {
    ...inbound,
    title: 'a withheld number waits like the others, without a name',
    world: answers({ callerNumber: 'missing', personId: '', numberKey: '' }),
    hears: [texts.welcome],
    ends: 'queued',
    queue,
    attributes: { personId: undefined, ringBackId: undefined },
  },
  {
    ...inbound,
    title: 'the queue is full: called back',
    world: queueIs('full', answers({})),
    hears: [texts.welcome, texts.callbackConfirmed, flowTexts.goodbye],
    ends: 'disconnected',
    attributes: { callbackRequested: 'queue-full', callbackId: 'callback-1' },
    asks: [['inbound-context'], ['callback-request', { reason: 'queue-full' }]],
  },
  ...(['refuses', 'missing'] as const).map(
    (state): Scenario => ({
      ...inbound,
      title: `the queue ${state}: called back`,
      world: queueIs(state, answers({})),
      hears: [texts.welcome, flowTexts.apology, texts.callbackConfirmed],
      ends: 'disconnected',
      attributes: { failure: 'technical', callbackRequested: 'technical' },
    }),
  ),
  {
    ...inbound,
    title: 'closed, key 1: called back at the next opening',
    world: withFunctions({ 'inbound-context': () => closed }),
    acts: ['1'],
    hears: [flowTexts.greeting, closed.closedText, offer, texts.callbackConfirmed, flowTexts.goodbye],
    ends: 'disconnected',
    attributes: { opening: 'closed', callbackRequested: 'closed' },
  },
  ...['silence', '4', 'hang-up'].map(
    (act): Scenario => ({
      ...inbound,
      title: `closed, ${act}: good-bye`,
      world: withFunctions({ 'inbound-context': () => closed }),
      acts: [act],
      hears: [flowTexts.greeting, offer, ...(act === 'hang-up' ? [] : [flowTexts.goodbye])],
      ends: act === 'hang-up' ? 'hung-up' : 'disconnected',
      attributes: { callbackRequested: undefined },
    }),
  ),
  {
    ...inbound,
    title: 'closed for good: no callback is offered',
    world: withFunctions({ 'inbound-context': () => ({ ...closed, callbackOffered: 'no' }) }),
    hears: [flowTexts.greeting, flowTexts.goodbye],
    neverHears: [offer],
    ends: 'disconnected',
  },
  ...(
    [
      ['already', texts.callbackAlready, 'callback-1'],
      ['no', texts.callbackImpossible, undefined],
    ] as const
  ).map(
    ([registered, text, callbackId]): Scenario => ({
      ...inbound,
      title: `closed, key 1, the callback is registered: ${registered}`,
      world: withFunctions({
        'inbound-context': () => closed,
        'callback-request': () => ({ registered, callbackId: 'callback-1', callbackNumber: '', text }),
      }),
      acts: ['1'],
      hears: [text, flowTexts.goodbye],
      ends: 'disconnected',
      attributes: { callbackId },
    }),
  ),
  ...(['fails', 'odd'] as const).map(
    (how): Scenario => ({
      ...inbound,
      title: `closed, key 1, the callback cannot be noted (${how}): asked to call again`,
      world: withFunctions({
        'inbound-context': () => closed,
        'callback-request': () => (how === 'fails' ? 'fails' : { registered: 'odd', text: '' }),
      }),
      acts: ['1'],
      hears: [flowTexts.callAgain, flowTexts.goodbye],
      ends: 'disconnected',
    }),
  ),
  {
    ...inbound,
    title: 'nobody knows who calls, and Connect says open: an agent all the same',
    world: withFunctions({ 'inbound-context': () => 'fails' }),
    hears: [flowTexts.greeting, flowTexts.technicalOpen],
    ends: 'queued',
    queue,
    attributes: { opening: 'open' },
  },
  {
    ...inbound,
    title: 'the context answers neither open nor closed: Connect’s hours decide',
    world: { ...answers({ state: 'odd' }), hours: 'closed' },
    hears: [flowTexts.greeting, flowTexts.closedFallback, flowTexts.goodbye],
    ends: 'disconnected',
    attributes: { opening: 'closed' },
  },
  {
    ...inbound,
    title: 'nobody knows anything: apology, and a callback',
    world: { ...withFunctions({ 'inbound-context': () => 'fails' }), hours: 'unknown' },
    hears: [flowTexts.apology, texts.callbackConfirmed],
    ends: 'disconnected',
  },
];

const waiting: readonly Scenario[] = [
  {
    flow: 'reflex/file-attente',
    title: 'who waits is told every minute that they are not forgotten',
    acts: ['next-round', 'agent'],
    hears: ['Nous recherchons un conseiller.', "Votre appel n'est pas oublié."],
    ends: 'stopped',
  },
  {
    flow: 'reflex/file-attente',
    title: 'music that cannot be played leaves them in the queue, with a word',
    contact: { channel: 'CHAT' },
    hears: [flowTexts.patience],
    ends: 'flow-ended',
  },
  ...(
    [
      ['API', 'Appel sortant, Canicule'],
      ['INBOUND', 'Appel entrant, Canicule'],
    ] as const
  ).map(
    ([initiationMethod, heard]): Scenario => ({
      flow: 'reflex/annonce-conseiller',
      title: `the agent hears « ${heard} »`,
      contact: { initiationMethod, attributes },
      hears: [heard],
      nothingElse: true,
      ends: 'flow-ended',
    }),
  ),
  {
    flow: 'reflex/annonce-appelant',
    title: 'the person is told that an agent answers',
    hears: ['Un conseiller vous répond.'],
    nothingElse: true,
    ends: 'flow-ended',
  },
  ...(
    [
      ['reflex/garde-appelant', 'Votre conseiller fait une recherche.'],
      ['reflex/garde-conseiller', 'Votre appelant est en garde.'],
    ] as const
  ).map(
    ([flow, words]): Scenario => ({
      flow,
      title: `COMMON-32: ${flow} speaks French`,
      acts: ['agent'],
      hears: [words],
      ends: 'stopped',
    }),
  ),
];

/** Calls of campaigns, and calls of those who ring back. */
export const campaignScenarios: readonly Scenario[] = [...calling, ...ringingBack, ...waiting];
