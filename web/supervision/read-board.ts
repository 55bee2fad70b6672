import type { LiveBoard } from '../../contracts/live-board.ts';
import { callApi } from '../api/api-client.ts';

/** The wallboard of a programme as it stands now. Throws ApiError. */
export async function readBoard(programme: string, signal?: AbortSignal): Promise<LiveBoard> {
  const options = signal === undefined ? { stay: true } : { stay: true, signal };
  const answer = await callApi('GET', `/api/${programme}/tableau`, undefined, options);
  if (!isBoard(answer)) {
    throw new Error('The centre answered something that is not a wallboard; accepted: a LiveBoard');
  }
  return answer;
}

export function isBoard(answer: unknown): answer is LiveBoard {
  return typeof answer === 'object' && answer !== null && 'total' in answer && 'schemes' in answer && 'at' in answer;
}
