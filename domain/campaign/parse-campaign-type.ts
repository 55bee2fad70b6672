import type { AttemptPolicy } from '../attempt/attempt-policy.ts';
import type { CampaignForecast } from '../forecast/campaign-forecast.ts';
import { DefinitionReader } from '../questionnaire/definition-reader.ts';
import type { Fault } from '../questionnaire/fault.ts';
import type { CampaignType, Pacing } from './campaign-type.ts';

const e164 = /^\+[1-9]\d{5,14}$/;
const names = [
  ...['code', 'label', 'crisis', 'triggerLevel', 'questionnaire', 'policy', 'cycleHours', 'startWithinHours'],
  ...['restartNoSoonerThanHours', 'scheme', 'mode', 'pacing', 'forecast', 'callerIdNumber', 'texts'],
];

/**
 * Reads a kind of campaign that a crisis arms, from JSON that people write; answers every fault of form at once. Whether its figures contradict each
 * other is judged by `reviewCampaignType`. Kinds that orders start, or that people are handed to, are not written this way.
 */
export function parseCampaignType(json: unknown): CampaignType | { readonly faults: readonly Fault[] } {
  const reader = new DefinitionReader();
  const read = reader.members(json, '', names);
  const texts = reader.members(read['texts'], 'texts', ['announcement', 'ringBack']);
  const { callerIdNumber, forecast } = read;
  if (callerIdNumber !== undefined && !(typeof callerIdNumber === 'string' && e164.test(callerIdNumber))) {
    reader.refuse('callerIdNumber', callerIdNumber, 'un numéro +33…, ou rien : celui de la file');
  }
  const type: CampaignType = {
    code: readCode(reader, read['code']),
    label: reader.text(read['label'], 'label', 60),
    crisis: reader.code(read['crisis'], 'crisis'),
    triggerLevel: reader.whole(read['triggerLevel'], 'triggerLevel', 9),
    ...(read['questionnaire'] === undefined
      ? {}
      : { questionnaire: reader.code(read['questionnaire'], 'questionnaire') }),
    policy: readPolicy(reader, read['policy']),
    cycleHours: reader.whole(read['cycleHours'], 'cycleHours', 24 * 60),
    startWithinHours: reader.whole(read['startWithinHours'], 'startWithinHours', 72),
    restartNoSoonerThanHours: reader.whole(read['restartNoSoonerThanHours'], 'restartNoSoonerThanHours', 24 * 60),
    scheme: typeof read['scheme'] === 'string' ? read['scheme'] : reader.text(read['scheme'], 'scheme'),
    mode: reader.oneOf(read['mode'], 'mode', ['progressive', 'preview'], 'progressive'),
    pacing: readPacing(reader, read['pacing']),
    ...(forecast === undefined ? {} : { forecast: readForecast(reader, forecast) }),
    ...(typeof callerIdNumber === 'string' ? { callerIdNumber } : {}),
    texts: {
      announcement: reader.text(texts['announcement'], 'texts.announcement', 1000),
      ringBack: reader.text(texts['ringBack'], 'texts.ringBack', 1000),
    },
  };
  return reader.faults.length > 0 ? { faults: reader.faults } : type;
}

/** It begins the ids of campaigns and attempts. */
function readCode(reader: DefinitionReader, value: unknown): string {
  if (typeof value === 'string' && /^[a-z][a-z0-9]{1,29}$/.test(value) && !value.endsWith('drill')) {
    return value;
  }
  reader.refuse('code', value, 'de 2 à 30 lettres minuscules et chiffres, sans « drill » à la fin');
  return '';
}

function readPolicy(reader: DefinitionReader, value: unknown): AttemptPolicy {
  const read = reader.members(value, 'policy', [
    ...['maxAttempts', 'withinHours', 'countedFrom', 'minimumGapMinutes', 'dayParts', 'minimumDayParts', 'freeRetries'],
    ...['ringSeconds', 'callingWindow', 'voicemailMessages', 'promisedCall'],
  ]);
  const whole = (name: string) => reader.whole(read[name], `policy.${name}`, 24 * 60);
  const part = (place: string, of: readonly string[]) => {
    const members = reader.members(read[place], `policy.${place}`, of);
    return (name: string) => reader.whole(members[name], `policy.${place}.${name}`);
  };
  const { from, to } = reader.members(read['callingWindow'], 'policy.callingWindow', ['from', 'to']);
  return {
    maxAttempts: whole('maxAttempts'),
    withinHours: whole('withinHours'),
    countedFrom: reader.oneOf(read['countedFrom'], 'policy.countedFrom', ['activation', 'first-opening'], 'activation'),
    minimumGapMinutes: whole('minimumGapMinutes'),
    dayParts: reader.list(read['dayParts'], 'policy.dayParts', (one, place) => {
      const span = reader.members(one, place, ['code', 'from', 'to']);
      return {
        code: reader.code(span['code'], `${place}.code`),
        from: reader.text(span['from'], `${place}.from`, 5),
        to: reader.text(span['to'], `${place}.to`, 5),
      };
    }),
    minimumDayParts: whole('minimumDayParts'),
    freeRetries: readRetries(part('freeRetries', ['count', 'afterMinutes'])),
    ringSeconds: whole('ringSeconds'),
    callingWindow: {
      from: reader.text(from, 'policy.callingWindow.from', 5),
      to: reader.text(to, 'policy.callingWindow.to', 5),
    },
    voicemailMessages: whole('voicemailMessages'),
    ...(read['promisedCall'] === undefined
      ? {}
      : { promisedCall: readPromise(part('promisedCall', ['withinHours', 'notBeforeHours', 'attempts'])) }),
  };
}

function readRetries(whole: (name: string) => number): AttemptPolicy['freeRetries'] {
  return { count: whole('count'), afterMinutes: whole('afterMinutes') };
}

function readPromise(whole: (name: string) => number): NonNullable<AttemptPolicy['promisedCall']> {
  return {
    withinHours: whole('withinHours'),
    notBeforeHours: whole('notBeforeHours'),
    attempts: whole('attempts'),
  };
}

function readPacing(reader: DefinitionReader, value: unknown): Pacing {
  const { ratio, afterCallMedianSeconds, waitingThreshold } = reader.members(value, 'pacing', [
    ...['ratio', 'afterCallMedianSeconds', 'waitingThreshold'],
  ]);
  return {
    ratio: amount(reader, ratio, 'pacing.ratio', 3),
    afterCallMedianSeconds: reader.whole(afterCallMedianSeconds, 'pacing.afterCallMedianSeconds'),
    waitingThreshold: reader.whole(waitingThreshold, 'pacing.waitingThreshold'),
  };
}

function readForecast(reader: DefinitionReader, value: unknown): CampaignForecast {
  const read = reader.members(value, 'forecast', [
    ...['reach', 'completion', 'handling', 'promisedCalls', 'occupancy', 'objective', 'dialsPerSecond', 'costs'],
  ]);
  const reach = reader.members(read['reach'], 'forecast.reach', ['groups', 'evidencePeople']);
  const handling = reader.members(read['handling'], 'forecast.handling', [
    ...['usefulSeconds', 'failedSeconds', 'variation'],
  ]);
  const promised =
    read['promisedCalls'] === undefined
      ? {}
      : reader.members(read['promisedCalls'], 'forecast.promisedCalls', ['share', 'seconds']);
  const costs = reader.members(read['costs'], 'forecast.costs', ['agentHour', 'openHour', 'line']);
  const of = (place: string, members: Readonly<Record<string, unknown>>, name: string, most: number) =>
    amount(reader, members[name], `forecast.${place}${name}`, most);
  return {
    reach: {
      groups: reader.list(reach['groups'], 'forecast.reach.groups', (one, place) => {
        const group = reader.members(one, place, ['label', 'share', 'alpha', 'beta', 'dayParts', 'stopShare']);
        const worth = typeof group['dayParts'] === 'object' && group['dayParts'] !== null ? group['dayParts'] : {};
        const figure = (name: string, most: number) => amount(reader, group[name], `${place}.${name}`, most);
        return {
          label: reader.text(group['label'], `${place}.label`),
          share: figure('share', 1),
          alpha: figure('alpha', 1000),
          beta: figure('beta', 1000),
          dayParts: Object.fromEntries(
            Object.entries(worth).map(([part, times]) => [part, amount(reader, times, `${place}.dayParts.${part}`, 5)]),
          ),
          stopShare: figure('stopShare', 1),
        };
      }),
      evidencePeople: of('reach.', reach, 'evidencePeople', 1e9),
    },
    completion: of('', read, 'completion', 1),
    handling: {
      usefulSeconds: of('handling.', handling, 'usefulSeconds', 7200),
      failedSeconds: of('handling.', handling, 'failedSeconds', 7200),
      variation: of('handling.', handling, 'variation', 3),
    },
    ...(read['promisedCalls'] === undefined
      ? {}
      : {
          promisedCalls: {
            share: of('promisedCalls.', promised, 'share', 1),
            seconds: of('promisedCalls.', promised, 'seconds', 7200),
          },
        }),
    occupancy: of('', read, 'occupancy', 1),
    objective: of('', read, 'objective', 1),
    dialsPerSecond: of('', read, 'dialsPerSecond', 1000),
    costs: {
      agentHour: of('costs.', costs, 'agentHour', 1e6),
      openHour: of('costs.', costs, 'openHour', 1e6),
      line: of('costs.', costs, 'line', 1e6),
    },
  };
}

/** A figure from 0 on, decimals included. */
function amount(reader: DefinitionReader, value: unknown, place: string, most: number): number {
  if (typeof value === 'number' && value >= 0 && value <= most) {
    return value;
  }
  reader.refuse(place, value, `un nombre de 0 à ${most}`);
  return 0;
}
