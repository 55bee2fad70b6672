import { flowTexts, texts } from '../../../programmes/samps/texts.ts';
import { fullAttributes, type Scenario, unspeakable } from '../scenario.ts';
import { quietWorld, registeredCallback, type World, withFunctions } from '../world.ts';

const entry = 'Merci. Nous recherchons un conseiller.';
const music = "Vous êtes toujours en attente d'un conseiller.";
const tune = [music, 'Si vous en avez un, préparez votre numéro de dossier.', 'Merci de votre patience.'];
const offer = 'Pour être rappelé en gardant votre place, tapez 1.';
const position = 'Vous êtes en position 3.';
const impossible = 'Nous ne pouvons pas enregistrer votre rappel.';
const waiting = {
  flow: 'samps/file-attente',
  contact: {
    attributes: { scheme: 'BOURSES', queueTurn: '0', waited: 'aucune' },
    queue: {
      arn: 'arn:aws:connect:eu-central-1:000000000000:instance/test/queue/samps-bourses',
      name: 'samps-bourses',
    },
  },
} as const;
const taken = { ...waiting, ends: 'stopped' } as const;
const granted = { callbackRequested: 'keep-place', callbackId: 'callback-1' };
const rounds = (count: number): string[] => Array.from({ length: count }, () => ['next-round', 'silence']).flat();

const announcements: readonly Scenario[] = [
  {
    ...taken,
    title: 'a caller hears the position and the wait, then music, until an agent answers',
    acts: ['agent'],
    hears: [entry, "Vous êtes en position 3. L'attente est d'environ 4 minutes.", ...tune],
    nothingElse: true,
    attributes: { queueTurn: '1', waited: "moins d'une minute", callbackRequested: undefined },
    asks: [['queue-announcement', { position: 3, waitSeconds: 240, turn: '1' }]],
  },
  ...[
    ['2', 'environ 1 minute'],
    ['3', 'environ 2 minutes'],
    ['4', 'environ 3 minutes'],
    ['5', 'plus de 4 minutes'],
  ].map(
    ([turn = '', waited = '']): Scenario => ({
      ...taken,
      title: `round ${turn} tells the position again, offers a callback, and notes the wait for the agent`,
      acts: [...rounds(Number(turn) - 1), 'agent'],
      hears: [position, music, position, offer, music],
      attributes: { queueTurn: turn, waited },
    }),
  ),
  {
    ...taken,
    title: 'SAMPS-07: a wait has no end of its own: forty rounds later the caller is still served',
    acts: [...rounds(40), 'agent'],
    hears: [position, music],
    attributes: { queueTurn: '5' },
  },
  {
    ...waiting,
    title: 'SAMPS-04: a caller who gives up while waiting',
    acts: ['next-round', 'silence', 'hang-up'],
    hears: [music, offer],
    ends: 'hung-up',
    attributes: { callbackRequested: undefined },
  },
  ...(['refused', 'none'] as const).map(
    (metrics): Scenario => ({
      ...taken,
      title: `metrics ${metrics}: the announcement is made without a position`,
      world: withFunctions(
        { 'queue-announcement': () => ({ text: texts.waitUnknown, offerCallback: 'no' }) },
        { ...quietWorld, metrics },
      ),
      acts: ['agent'],
      hears: [texts.waitUnknown, music],
      asks: [
        ['queue-announcement', metrics === 'refused' ? { turn: '1' } : { position: '', waitSeconds: '', turn: '1' }],
      ],
    }),
  ),
  ...(['refused', 'none'] as const).map(
    (metrics): Scenario => ({
      ...taken,
      title: `metrics ${metrics} and no announcement: a word of patience`,
      world: withFunctions({ 'queue-announcement': () => 'fails' }, { ...quietWorld, metrics }),
      acts: ['next-round', 'agent'],
      hears: [flowTexts.patience, music, flowTexts.patience, music],
    }),
  ),
  {
    ...taken,
    title: 'an announcement that cannot be spoken does not stop the wait',
    world: withFunctions({ 'queue-announcement': () => ({ text: unspeakable, offerCallback: 'no' }) }),
    acts: ['agent'],
    hears: [entry, ...tune],
    nothingElse: true,
  },
  ...['0', '1', '2', '3', '4'].map(
    (turn): Scenario => ({
      ...taken,
      title: `attributes that cannot be set after round ${turn} do not stop the wait`,
      contact: { ...waiting.contact, attributes: { ...fullAttributes.attributes, queueTurn: turn } },
      world: withFunctions({ 'queue-announcement': () => ({ text: texts.waitUnknown, offerCallback: 'no' }) }),
      acts: ['next-round', 'agent'],
      hears: [texts.waitUnknown, music, texts.waitUnknown, music],
      attributes: { queueTurn: turn },
    }),
  ),
  {
    ...waiting,
    title: 'music that cannot be played leaves the caller in the queue, with a word',
    contact: { ...waiting.contact, channel: 'CHAT' },
    hears: [position, flowTexts.patience],
    ends: 'flow-ended',
  },
  {
    ...waiting,
    title: 'an offer that cannot be answered leaves the caller in the queue, with a word',
    contact: { ...waiting.contact, channel: 'CHAT', attributes: { queueTurn: '1' } },
    hears: [position, flowTexts.patience],
    ends: 'flow-ended',
  },
];

type Impossible = readonly [
  title: string,
  functions: World['functions'],
  world: Partial<World>,
  callbackRequested: string | undefined,
];
const impossibleCallbacks: readonly Impossible[] = [
  ['the request fails', { 'callback-request': () => 'fails' }, {}, undefined],
  ['the answer has no meaning', { 'callback-request': () => ({ registered: '?' }) }, {}, undefined],
  [
    'the number is no number',
    { 'callback-request': () => ({ ...registeredCallback, callbackNumber: '' }) },
    {},
    'failed',
  ],
  ['the number cannot be dialled', {}, { dialable: false }, 'failed'],
  ['Connect refuses the callback', {}, { callbacks: () => 'refused' }, 'failed'],
];

const keepPlace: readonly Scenario[] = [
  {
    ...waiting,
    title: 'SAMPS-04: key 1 keeps the place: one native callback, one attempt, then goodbye',
    acts: ['next-round', '1'],
    hears: [offer, texts.callbackConfirmed, flowTexts.goodbye],
    ends: 'disconnected',
    attributes: granted,
    callbacks: 1,
    asks: [['queue-announcement'], ['queue-announcement'], ['callback-request', { reason: 'keep-place' }]],
  },
  {
    ...taken,
    title: 'another key than 1: the caller keeps waiting',
    acts: ['next-round', '5', 'agent'],
    hears: [offer, music],
  },
  {
    ...waiting,
    title: 'SAMPS-04: a request already registered for the number keeps the place too',
    world: withFunctions({ 'callback-request': () => ({ ...registeredCallback, registered: 'already' }) }),
    acts: ['next-round', '1'],
    hears: [offer, texts.callbackConfirmed, flowTexts.goodbye],
    ends: 'disconnected',
    attributes: granted,
    callbacks: 1,
  },
  {
    ...taken,
    title: 'without a number no callback: told so, and still waiting',
    world: withFunctions({
      'callback-request': () => ({
        registered: 'no',
        callbackId: '',
        callbackNumber: '',
        text: texts.callbackImpossible,
      }),
    }),
    acts: ['next-round', '1', 'agent'],
    hears: [offer, texts.callbackImpossible, music],
    attributes: { callbackRequested: undefined },
  },
  ...impossibleCallbacks.map(
    ([title, functions, world, callbackRequested]): Scenario => ({
      ...taken,
      title: `SAMPS-02: ${title}: the caller is told, and keeps waiting`,
      world: withFunctions(functions, { ...quietWorld, ...world }),
      acts: ['next-round', '1', 'agent'],
      hears: [offer, impossible, music],
      attributes: { callbackRequested },
    }),
  ),
  {
    ...taken,
    title: 'a callback that cannot be noted is not created: the caller keeps waiting',
    contact: { ...waiting.contact, attributes: { ...fullAttributes.attributes, queueTurn: '4' } },
    acts: ['1', 'agent'],
    hears: [offer, impossible, music],
  },
  {
    ...taken,
    title: 'an impossible callback whose reason cannot be spoken: the caller keeps waiting',
    world: withFunctions({
      'callback-request': () => ({ ...registeredCallback, registered: 'no', text: unspeakable }),
    }),
    acts: ['next-round', '1', 'agent'],
    hears: [offer, music],
  },
  {
    ...waiting,
    title: 'a confirmation that cannot be spoken: goodbye',
    world: withFunctions({ 'callback-request': () => ({ ...registeredCallback, text: unspeakable }) }),
    acts: ['next-round', '1'],
    hears: [offer, flowTexts.goodbye],
    ends: 'disconnected',
    callbacks: 1,
  },
];

export const waitingScenarios: readonly Scenario[] = [...announcements, ...keepPlace];
