import type { CampaignBoard } from '../../contracts/campaign-board.ts';
import { ApiError, callApi } from '../api/api-client.ts';

/** Campaigns and referrals as they stand now; undefined where nobody is called on the programme's own account. Throws ApiError. */
export async function readCampaigns(programme: string, signal: AbortSignal): Promise<CampaignBoard | undefined> {
  const answer = await callApi('GET', `/api/${programme}/tableau/campagnes`, undefined, { stay: true, signal }).catch(
    (error: unknown) => {
      if (error instanceof ApiError && error.status === 404) return undefined;
      throw error;
    },
  );
  if (answer !== undefined && !isCampaignBoard(answer)) {
    throw new Error('The centre answered something that is not a board of campaigns; accepted: a CampaignBoard');
  }
  return answer;
}

export function isCampaignBoard(answer: unknown): answer is CampaignBoard {
  return typeof answer === 'object' && answer !== null && 'campaigns' in answer && 'kinds' in answer && 'at' in answer;
}
