import type { AgentContactState } from '../agents/agent.ts';
import type { Instance } from '../model/instance.ts';

const ringing = ['CONNECTING', 'INCOMING'] as const satisfies readonly AgentContactState[];
const talking = ['CONNECTED', 'CONNECTED_ONHOLD'] as const satisfies readonly AgentContactState[];

/** What each button of a softphone needs: the states of the contact it is for, and what the agent reads otherwise. */
const actions = {
  status: { states: undefined, otherwise: '' },
  accept: { states: ringing, otherwise: 'Aucun appel ne sonne.' },
  decline: { states: ringing, otherwise: 'Aucun appel ne sonne.' },
  'hang-up': { states: [...ringing, ...talking, 'PENDING'], otherwise: 'Personne n’est en ligne.' },
  hold: { states: ['CONNECTED'], otherwise: 'Personne n’est en ligne.' },
  resume: { states: ['CONNECTED_ONHOLD'], otherwise: 'Personne n’est en garde.' },
  mute: { states: talking, otherwise: 'Personne n’est en ligne.' },
  unmute: { states: talking, otherwise: 'Personne n’est en ligne.' },
  transfer: { states: talking, otherwise: 'Personne n’est en ligne.' },
  consult: { states: talking, otherwise: 'Personne n’est en ligne.' },
  'complete-transfer': { states: ['CONNECTED_ONHOLD'], otherwise: 'Personne n’est consulté.' },
  'come-back': { states: ['CONNECTED_ONHOLD'], otherwise: 'Personne n’est consulté.' },
  complete: { states: ['ENDED'], otherwise: 'Aucun appel n’est à clore.' },
} as const satisfies Readonly<
  Record<string, { readonly states: readonly AgentContactState[] | undefined; readonly otherwise: string }>
>;

export type DeskPhoneAction = keyof typeof actions;

export const isDeskPhoneAction = (name: string): name is DeskPhoneAction => Object.hasOwn(actions, name);

/** Why this cannot be done now, in French; undefined when it can. `name`: of the status, or of the quick connect. */
export function refusalOf(
  action: DeskPhoneAction,
  name: string,
  state: AgentContactState | undefined,
  { agentStatuses, quickConnects }: Instance,
  isConsulting: boolean,
): string | undefined {
  const { states, otherwise }: { readonly states: readonly string[] | undefined; readonly otherwise: string } =
    actions[action];
  if (states !== undefined && !states.includes(state ?? '')) return otherwise;
  const endsConsultation = action === 'complete-transfer' || action === 'come-back';
  if (endsConsultation && !isConsulting) return otherwise;
  if (isConsulting && ['hang-up', 'resume', 'transfer', 'consult'].includes(action))
    return 'Terminez d’abord la consultation\u202f: transmettez l’appel ou reprenez la personne.';
  if (action === 'status' && agentStatuses.byName(name)?.enabled !== true)
    return `Le statut «\u202f${name}\u202f» n’existe pas\u202f; valeurs acceptées\u202f: ${agentStatuses.names().join(', ')}.`;
  const quick = quickConnects.all().filter(({ kind }) => kind === 'QUEUE');
  if ((action === 'transfer' || action === 'consult') && !quick.some((one) => one.name === name))
    return `Aucun transfert «\u202f${name}\u202f»\u202f; valeurs acceptées\u202f: ${quick.map((one) => one.name).join(', ') || 'aucune'}.`;
  return undefined;
}
