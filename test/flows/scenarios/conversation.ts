import { campaignTypes } from '../../../programmes/samps/campaign-types.ts';
import { schemes } from '../../../programmes/samps/schemes.ts';
import { flowTexts } from '../../../programmes/samps/texts.ts';
import { fullAttributes, type Scenario } from '../scenario.ts';
import { quietWorld } from '../world.ts';

const outbound = { flow: 'samps/rappel-sortant', ends: 'queued', hears: [flowTexts.callbackGreeting] } as const;
const attributes = { programme: 'samps', scheme: 'BOURSES', schemeLabel: 'Bourses', callbackId: 'c', attemptId: 'a' };
const announcement = campaignTypes[0]?.texts.announcement ?? '';
const call = { initiationMethod: 'API', attributes } as const;

const callbacks: readonly Scenario[] = [
  ...schemes.map(
    ({ code, queue }): Scenario => ({
      ...outbound,
      title: `SAMPS-04: the person called back hears who calls and passes before all in ${queue}`,
      contact: { ...call, attributes: { ...attributes, scheme: code } },
      queue,
      priority: 1,
      attributes: { attemptId: 'a', failure: undefined },
    }),
  ),
  {
    ...outbound,
    title: 'SAMPS-31: the person called about a file hears who calls and why, then the queue of the file',
    contact: { ...call, attributes: { ...attributes, nature: 'campaign', announcement } },
    hears: [announcement],
    queue: 'samps-bourses',
    priority: 1,
  },
  ...schemes.slice(0, 3).map(
    ({ code, queue }): Scenario => ({
      ...outbound,
      title: `SAMPS-02: ${queue} missing: the person called back goes to another queue`,
      contact: { ...call, attributes: { ...attributes, scheme: code } },
      world: { ...quietWorld, queues: { [queue]: 'missing' } },
      queue: 'samps-non-qualifie',
      priority: 1,
    }),
  ),
  {
    ...outbound,
    title: 'SAMPS-04: the queue of the callback is full: told that we will call again',
    contact: call,
    world: { ...quietWorld, queues: { 'samps-bourses': 'full' } },
    hears: [flowTexts.callbackGreeting, 'Nous vous rappellerons un peu plus tard.', flowTexts.goodbye],
    ends: 'disconnected',
    attributes: { failure: undefined },
  },
  ...(['refuses', 'missing'] as const).map(
    (state): Scenario => ({
      ...outbound,
      title: `SAMPS-02: every queue of the callback ${state}: apology`,
      contact: call,
      world: { ...quietWorld, queues: Object.fromEntries(schemes.map(({ queue }) => [queue, state])) },
      hears: [flowTexts.callbackGreeting, flowTexts.apology, flowTexts.callAgain, flowTexts.goodbye],
      ends: 'disconnected',
      attributes: { failure: 'technical' },
    }),
  ),
  {
    ...outbound,
    title: 'no voice, no attribute and no queue: the person called back still hears why',
    contact: { ...call, attributes: { ...fullAttributes.attributes, scheme: 'NON_QUALIFIE' } },
    world: { ...quietWorld, voice: 'missing', queues: { 'samps-non-qualifie': 'missing' } },
    hears: [flowTexts.callbackGreeting, flowTexts.apology, flowTexts.callAgain],
    ends: 'disconnected',
  },
  {
    flow: 'samps/file-rappel',
    title: 'SAMPS-04: the person called back is told every 20 s that an agent comes',
    acts: ['next-round', 'next-round', 'agent'],
    hears: [
      'Un conseiller va vous parler dans un instant.',
      'Votre appel passe en priorité.',
      'Votre appel passe en priorité.',
    ],
    ends: 'stopped',
  },
  {
    flow: 'samps/file-rappel',
    title: 'SAMPS-04: the person called back gives up',
    acts: ['hang-up'],
    hears: ['Un conseiller va vous parler dans un instant.'],
    ends: 'hung-up',
  },
  {
    flow: 'samps/file-rappel',
    title: 'music that cannot be played leaves the person called back in the queue, with a word',
    contact: { channel: 'CHAT' },
    hears: [flowTexts.patience],
    ends: 'flow-ended',
  },
  ...(['there', 'missing'] as const).map(
    (voice): Scenario => ({
      flow: 'samps/annonce-rappel',
      title: `a native callback says who calls (voice ${voice})`,
      contact: { initiationMethod: 'CALLBACK' },
      world: { ...quietWorld, voice },
      hears: [flowTexts.callbackGreeting],
      nothingElse: true,
      ends: 'flow-ended',
    }),
  ),
];

const whisper = (initiationMethod: string, knownPerson: string, heard: readonly string[]): Scenario => ({
  flow: 'samps/annonce-conseiller',
  title: `the agent hears « ${heard.join(' ')} »`,
  contact: { initiationMethod, attributes: { schemeLabel: 'Aide médicale', waited: 'environ 2 minutes', knownPerson } },
  hears: heard,
  nothingElse: true,
  ends: 'flow-ended',
});

export const conversationScenarios: readonly Scenario[] = [
  ...callbacks,
  whisper('INBOUND', 'no', ['Aide médicale , attente environ 2 minutes']),
  whisper('INBOUND', 'yes', ['Aide médicale , attente environ 2 minutes', 'Personne connue.']),
  whisper('CALLBACK', 'no', ['Rappel demandé, Aide médicale']),
  whisper('API', 'yes', ['Rappel, Aide médicale', 'Personne connue.']),
  {
    flow: 'samps/annonce-conseiller',
    title: 'SAMPS-31: the agent hears what the call is about',
    contact: { initiationMethod: 'API', attributes: { schemeLabel: 'Dossier incomplet, Bourses', nature: 'campaign' } },
    hears: ['Démarchage, Dossier incomplet, Bourses'],
    nothingElse: true,
    ends: 'flow-ended',
  },
  {
    flow: 'samps/annonce-appelant',
    title: 'the caller is told that an agent answers',
    hears: ['Un conseiller vous répond.'],
    nothingElse: true,
    ends: 'flow-ended',
  },
  ...(
    [
      ['samps/garde-appelant', 'Votre conseiller fait une recherche.'],
      ['samps/garde-conseiller', 'Votre appelant est en garde.'],
    ] as const
  ).map(
    ([flow, words]): Scenario => ({
      flow,
      title: `COMMON-32: ${flow} speaks French, where Connect's default is English`,
      acts: ['agent'],
      hears: [words],
      ends: 'stopped',
    }),
  ),
];
