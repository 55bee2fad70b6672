import type { ShownFeasibility } from '../../contracts/feasibility.ts';
import type { SentList } from '../../contracts/sent-lists.ts';
import { callApi } from '../api/api-client.ts';

export interface LevelForm {
  readonly level: number;
  readonly drill: boolean;
  readonly agents?: number;
  readonly choice?: 'finish-cycle' | 'now';
  readonly confirm?: 'without-agents';
}

export interface OrderForm {
  readonly type: string;
  readonly name: string;
  readonly lists: readonly string[];
  readonly deadline: string;
  readonly setBy: string;
}

/** What became of what was asked; `unchanged`: it was so already. */
export type CampaignResult = 'armed' | 'unchanged' | 'stopped' | 'placed';

/** `people`: of an exercise; else those of the register. Throws ApiError. */
export async function askFeasibility(
  programme: string,
  crisis: string,
  { agents, people }: { readonly agents: number; readonly people?: number },
): Promise<ShownFeasibility> {
  const counted = people === undefined ? '' : `&personnes=${people}&joignables=${people}`;
  const path = `/api/${programme}/crises/${crisis}/faisabilite?conseillers=${agents}${counted}` as const;
  const answer = await callApi('GET', path, undefined, { stay: true });
  if (!isFeasibility(answer)) {
    throw new Error('The centre answered something that is not of a campaign; accepted: a ShownFeasibility');
  }
  return answer;
}

/** Throws ApiError: 409 says in French what is missing. */
export async function declareLevel(programme: string, crisis: string, form: LevelForm): Promise<CampaignResult> {
  return resultOf(await callApi('POST', `/api/${programme}/crises/${crisis}/niveau`, form, { stay: true })).result;
}

/** `warning`: French, when it will be late. Throws ApiError. */
export async function placeOrder(
  programme: string,
  form: OrderForm,
): Promise<{ readonly result: CampaignResult; readonly warning?: string }> {
  return resultOf(await callApi('POST', `/api/${programme}/commandes`, form, { stay: true }));
}

/** Throws ApiError. */
export async function stopOrder(programme: string, campaign: string): Promise<CampaignResult> {
  const path = `/api/${programme}/commandes/${encodeURIComponent(campaign)}/arret` as const;
  return resultOf(await callApi('POST', path, {}, { stay: true })).result;
}

/** Lists that are in the register, the last first. Throws ApiError. */
export async function readLists(programme: string): Promise<readonly SentList[]> {
  const answer = await callApi('GET', `/api/${programme}/listes`, undefined, { stay: true });
  if (typeof answer !== 'object' || answer === null || !('lists' in answer) || !Array.isArray(answer.lists)) {
    throw new Error('The centre answered something that is not a list of imports; accepted: { lists }');
  }
  return answer.lists;
}

function isFeasibility(answer: unknown): answer is ShownFeasibility {
  return typeof answer === 'object' && answer !== null && 'verdict' in answer && 'firstCallBy' in answer;
}

const results: readonly CampaignResult[] = ['armed', 'unchanged', 'stopped', 'placed'];

function resultOf(answer: unknown): { readonly result: CampaignResult; readonly warning?: string } {
  const { result, warning }: Readonly<Record<string, unknown>> = Object(answer);
  const known = results.find((one) => one === result);
  if (known === undefined) {
    throw new Error(`The centre answered ${JSON.stringify(answer)}; accepted: a result ${results.join(', ')}`);
  }
  return { result: known, ...(typeof warning === 'string' ? { warning } : {}) };
}
