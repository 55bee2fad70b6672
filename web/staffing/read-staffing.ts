import type { StaffingAnswer } from '../../contracts/staffing.ts';
import { callApi } from '../api/api-client.ts';

/** What somebody tries out, as typed; empty = what is known. `service` = a share answered within a delay. */
export interface StaffingFields {
  readonly day: string;
  readonly calls: string;
  readonly handling: string;
  readonly share: string;
  readonly model: 'answer-rate' | 'service-level';
  readonly patience: string;
  readonly delay: string;
  readonly away: string;
}

/** The table of a day under these parameters. Throws ApiError. */
export async function readStaffing(
  programme: string,
  fields: StaffingFields,
  signal: AbortSignal,
): Promise<StaffingAnswer> {
  const parameters = {
    jour: fields.day,
    appels: fields.calls,
    dmt: fields.handling,
    objectif: fields.share,
    ...(fields.model === 'answer-rate' ? { patience: fields.patience } : { delai: fields.delay || '20' }),
    absences: fields.away,
  };
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value.trim() !== ''));
  const answer = await callApi('GET', `/api/${programme}/effectifs?${query}`, undefined, { stay: true, signal });
  if (!isStaffing(answer)) {
    throw new Error('The centre answered something that is not a staffing table; accepted: a StaffingAnswer');
  }
  return answer;
}

function isStaffing(answer: unknown): answer is StaffingAnswer {
  return typeof answer === 'object' && answer !== null && 'halfHours' in answer && 'target' in answer;
}
