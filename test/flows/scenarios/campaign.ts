import type { CallerTexts } from '../../../domain/programme/programme.ts';
import * as reflex from '../../../programmes/reflex/texts.ts';
import * as suivi from '../../../programmes/suivi/texts.ts';
import { fullAttributes, type Scenario } from '../scenario.ts';
import { closedContext, openContext, quietWorld, type World, withFunctions } from '../world.ts';

/** A programme that calls people on its own account. */
interface CallingHouse {
  readonly programme: string;
  readonly queue: string;
  readonly scheme: string;
  readonly schemeLabel: string;
  readonly announcement: string;
  readonly texts: CallerTexts;
  readonly flowTexts: typeof reflex.flowTexts | typeof suivi.flowTexts;
}

const answers = (context: Readonly<Record<string, string>>, welcomeText: string, world?: World): World =>
  withFunctions(
    { 'inbound-context': () => ({ ...openContext, welcomeText, ringBackId: '', recipientId: '', ...context }) },
    world,
  );
const closed = { ...closedContext, ringBackId: '', recipientId: '' };
const offer = "Pour être rappelé par un conseiller dès l'ouverture, tapez 1.";
const queueOf = (queue: string, state: 'full' | 'refuses' | 'missing', world: World = quietWorld): World => ({
  ...world,
  queues: { [queue]: state },
});

function scenariosOf({
  programme,
  queue,
  scheme,
  schemeLabel,
  announcement,
  texts,
  flowTexts,
}: CallingHouse): readonly Scenario[] {
  const queueIs = (state: 'full' | 'refuses' | 'missing', world?: World) => queueOf(queue, state, world);
  const answering = (context: Readonly<Record<string, string>>, world?: World) =>
    answers(context, texts.welcome, world);
  const attributes = { programme, scheme, schemeLabel, attemptId: 'a', nature: 'campaign', announcement };
  const outbound = {
    flow: `${programme}/rappel-sortant`,
    contact: { initiationMethod: 'API', attributes },
    hears: [announcement],
  } as const;
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
      contact: { initiationMethod: 'API', attributes: { programme, scheme } },
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
      flow: `${programme}/file-campagne`,
      title: 'REFLEX-34: an agent comes at once',
      acts: ['agent'],
      hears: ['Un conseiller va vous parler.'],
      ends: 'stopped',
    },
    {
      flow: `${programme}/file-campagne`,
      title: 'design decision 8: no agent within 15 s: apologies, a compliance abandon',
      acts: ['next-round'],
      hears: ['Un conseiller va vous parler.', flowTexts.noAgent, flowTexts.goodbye],
      ends: 'disconnected',
    },
    {
      flow: `${programme}/file-campagne`,
      title: 'music that cannot be played: apologies',
      contact: { channel: 'CHAT' },
      hears: [flowTexts.noAgent, flowTexts.goodbye],
      ends: 'disconnected',
    },
  ];

  const inbound = { flow: `${programme}/accueil` } as const;

  const ringingBack: readonly Scenario[] = [
    {
      ...inbound,
      title: 'REFLEX-34: a registered person who rings back during a cycle reaches the campaign',
      world: answering({ welcomeText: 'Merci de rappeler.', ringBackId: 'c_20260706T070000Z-1-r-0', recipientId: 'r' }),
      hears: ['Merci de rappeler.'],
      ends: 'queued',
      queue,
      priority: 5,
      attributes: { ringBackId: 'c_20260706T070000Z-1-r-0', recipientId: 'r', numberKey: 'key-1', opening: 'open' },
    },
    {
      ...inbound,
      title: 'whom we owe a call passes before',
      world: answering({ priorityClass: 'callback' }),
      hears: [texts.welcome],
      ends: 'queued',
      queue,
      priority: 3,
    },
    {
      ...inbound,
      title: 'a withheld number waits like the others, without a name',
      world: answering({ callerNumber: 'missing', personId: '', numberKey: '' }),
      hears: [texts.welcome],
      ends: 'queued',
      queue,
      attributes: { personId: undefined, ringBackId: undefined },
    },
    {
      ...inbound,
      title: 'the queue is full: called back',
      world: queueIs('full', answering({})),
      hears: [texts.welcome, texts.callbackConfirmed, flowTexts.goodbye],
      ends: 'disconnected',
      attributes: { callbackRequested: 'queue-full', callbackId: 'callback-1' },
      asks: [['inbound-context'], ['callback-request', { reason: 'queue-full' }]],
    },
    ...(['refuses', 'missing'] as const).map(
      (state): Scenario => ({
        ...inbound,
        title: `the queue ${state}: called back`,
        world: queueIs(state, answering({})),
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
      world: { ...answering({ state: 'odd' }), hours: 'closed' },
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
      flow: `${programme}/file-attente`,
      title: 'who waits is told every minute that they are not forgotten',
      acts: ['next-round', 'agent'],
      hears: ['Nous recherchons un conseiller.', "Votre appel n'est pas oublié."],
      ends: 'stopped',
    },
    {
      flow: `${programme}/file-attente`,
      title: 'music that cannot be played leaves them in the queue, with a word',
      contact: { channel: 'CHAT' },
      hears: [flowTexts.patience],
      ends: 'flow-ended',
    },
    ...(
      [
        ['API', `Appel sortant, ${schemeLabel}`],
        ['INBOUND', `Appel entrant, ${schemeLabel}`],
      ] as const
    ).map(
      ([initiationMethod, heard]): Scenario => ({
        flow: `${programme}/annonce-conseiller`,
        title: `the agent hears « ${heard} »`,
        contact: { initiationMethod, attributes },
        hears: [heard],
        nothingElse: true,
        ends: 'flow-ended',
      }),
    ),
    {
      flow: `${programme}/annonce-appelant`,
      title: 'the person is told that an agent answers',
      hears: ['Un conseiller vous répond.'],
      nothingElse: true,
      ends: 'flow-ended',
    },
    ...(
      [
        [`${programme}/garde-appelant`, 'Votre conseiller fait une recherche.'],
        [`${programme}/garde-conseiller`, 'Votre appelant est en garde.'],
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

  return [...calling, ...ringingBack, ...waiting].map((scenario) => ({
    ...scenario,
    title: `${programme}: ${scenario.title}`,
  }));
}

const followed: CallingHouse = {
  programme: 'suivi',
  queue: 'suivi-appels',
  scheme: 'SUIVI_J2',
  schemeLabel: 'Suivi J2',
  announcement: "Bonjour. Ici le service de suivi de l'ARS.",
  ...suivi,
};

/** Calls that need agents with the skill « santé » (ARS-42). */
const healthScenarios: readonly Scenario[] = (
  [
    ['there', undefined, 'suivi-sante'],
    ['unknown to Connect', 'missing', 'suivi-appels'],
  ] as const
).map(([state, queueState, queue]) => ({
  flow: 'suivi/rappel-sortant',
  title: `ARS-42: a J4 call goes to the agents of health, their queue being ${state}`,
  contact: {
    initiationMethod: 'API',
    attributes: { programme: 'suivi', scheme: 'SUIVI_J4', nature: 'campaign', announcement: followed.announcement },
  },
  world: queueState === undefined ? quietWorld : queueOf('suivi-sante', queueState),
  hears: [followed.announcement],
  ends: 'queued',
  queue,
  priority: 1,
}));

/** An agent has read who the person is before having them called: the call is theirs. */
const previewScenarios: readonly Scenario[] = (['agent-1', undefined] as const).map((agentId) => ({
  flow: 'reflex/rappel-sortant',
  title: `design decision 8: a previewed call goes to the agent who asked for it, else to all (agent: ${agentId})`,
  contact: {
    initiationMethod: 'API',
    attributes: {
      ...{ programme: 'reflex', scheme: 'CANICULE', nature: 'campaign', announcement: 'Bonjour.', dialMode: 'preview' },
      ...(agentId === undefined ? {} : { agentId }),
    },
  },
  hears: ['Bonjour.'],
  ends: 'queued',
  ...(agentId === undefined ? { queue: 'reflex-canicule' } : { agent: agentId }),
  priority: 1,
}));

/** Calls of campaigns, and calls of those who ring back. */
export const campaignScenarios: readonly Scenario[] = [
  ...scenariosOf({
    programme: 'reflex',
    queue: 'reflex-canicule',
    scheme: 'CANICULE',
    schemeLabel: 'Canicule',
    announcement: 'Bonjour. Ici la Ville de Paris.',
    ...reflex,
  }),
  ...scenariosOf(followed),
  ...healthScenarios,
  ...previewScenarios,
];
