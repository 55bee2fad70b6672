import type { SettingAnswer, SettingCancellation, SettingForm, ShownSetting } from '../../contracts/settings.ts';
import { callApi } from '../api/api-client.ts';

/** Settings of a programme with their history. Throws ApiError. */
export async function readSettings(programme: string): Promise<readonly ShownSetting[]> {
  const answer = await callApi('GET', `/api/${programme}/reglages`, undefined, { stay: true });
  if (typeof answer !== 'object' || answer === null || !('settings' in answer) || !Array.isArray(answer.settings)) {
    throw new Error('The centre answered something that is not a list of settings; accepted: { settings }');
  }
  return answer.settings;
}

/** Throws ApiError when there is no answer. */
export async function sendSetting(programme: string, code: string, form: SettingForm): Promise<SettingAnswer> {
  return await post(`/api/${programme}/reglages/${code}`, form);
}

/** Takes back a change that is planned. Throws ApiError when there is no answer. */
export async function cancelSetting(
  programme: string,
  code: string,
  form: SettingCancellation,
): Promise<SettingAnswer> {
  return await post(`/api/${programme}/reglages/${code}/annulation`, form);
}

async function post(path: `/api/${string}`, form: SettingForm | SettingCancellation): Promise<SettingAnswer> {
  const answer = await callApi('POST', path, form, { stay: true });
  if (!isAnswer(answer)) {
    throw new Error('The centre answered something that is not of a setting; accepted: { accepted }');
  }
  return answer;
}

function isAnswer(answer: unknown): answer is SettingAnswer {
  return typeof answer === 'object' && answer !== null && 'accepted' in answer && typeof answer.accepted === 'boolean';
}
