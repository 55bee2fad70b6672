import type { Branch } from './coverage.ts';

/** Why no test case in the testing language of Amazon Connect takes a branch; the first reason that fits is the one. */
export interface NativeLimit {
  readonly why: string;
  readonly is: (branch: Branch) => boolean;
}

const withAgent = ['CUSTOMER_WHISPER', 'AGENT_WHISPER', 'OUTBOUND_WHISPER', 'CUSTOMER_HOLD', 'AGENT_HOLD'];
const nativeCallback = ['numero-rappel', 'rappel', 'message-rappel', 'au-revoir'];
const afterFailure = [
  'samps/accueil journal-repris',
  'samps/accueil journal-repris-ferme',
  'samps/accueil file-selon-prestation',
  'samps/accueil attributs-sans-prestation',
  'samps/file-attente annonce-sans-mesure',
  'samps/file-attente message-reste-en-ligne',
  'samps/file-rappel message-reste-en-ligne',
  'reflex/file-attente message-reste-en-ligne',
  'suivi/file-attente message-reste-en-ligne',
];

export const nativeLimits: readonly NativeLimit[] = [
  {
    why: 'A test case starts in an inbound flow and meets no agent: whispers and hold flows never run in one.',
    is: ({ flow }) => withAgent.includes(flow.type ?? ''),
  },
  {
    why:
      'Connect itself fails at the action. The language replaces the answers of functions, bots, hours and transfers to a queue, nothing else. ' +
      'Attributes filled to 32 KB could lead to some: scripts do that, no case carries 32 KB of filler.',
    is: ({ isError, label, action }) =>
      isError && label === 'error NoMatchingError' && action.identifier !== 'annonce-sans-mesure',
  },
  {
    why: 'A previewed call goes to one agent, and a test case has none.',
    is: ({ flow, action, label }) =>
      flow.name === 'reflex/rappel-sortant' &&
      (action.identifier === 'conseiller' || (action.identifier === 'pour-qui' && label === 'Equals "preview"')),
  },
  {
    why: 'Keeping the place creates a real callback, which would outlive the test and call somebody.',
    is: ({ flow, action }) => flow.name === 'samps/file-attente' && nativeCallback.includes(action.identifier),
  },
  {
    why: 'Only such a failure of Connect leads here.',
    is: ({ flow, action }) => afterFailure.includes(`${flow.name} ${action.identifier}`),
  },
];
