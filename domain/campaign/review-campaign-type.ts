import { checkAttemptPolicy } from '../attempt/check-attempt-policy.ts';
import type { Content } from '../content/content.ts';
import type { ContentVersions } from '../content/content-versions.ts';
import { checkReachCurve } from '../forecast/reach-curve.ts';
import type { CampaignType } from './campaign-type.ts';
import { parseCampaignType } from './parse-campaign-type.ts';

export interface CampaignTypeScope {
  readonly programme: string;
  /** ISO instants: now, and from when it would be in force. */
  readonly at: string;
  readonly validFrom: string;
  /** Put it in force when nothing is wrong. */
  readonly publish: boolean;
}

export interface CampaignTypePorts {
  readonly content: Content;
  readonly versions: ContentVersions;
  /** Hash of a value, the same for the same content. */
  readonly hash: (value: unknown) => string;
}

/** What its author is told; faults in French, all at once. */
export type CampaignTypeReview =
  | { readonly accepted: false; readonly faults: readonly string[] }
  | {
      readonly accepted: true;
      readonly version: string;
      readonly published: boolean;
      readonly validFrom: string;
      /** The one of this code is replaced, campaigns that run included. */
      readonly replaces: boolean;
    };

/**
 * Checks a kind of campaign as live content (REFLEX-10), and puts it in force at its date, in the place of the one of its code. Campaigns that run read
 * it from then on; whether the hours hold its attempts is judged when it is armed.
 */
export async function reviewCampaignType(
  json: unknown,
  { programme, at, validFrom, publish }: CampaignTypeScope,
  ports: CampaignTypePorts,
): Promise<CampaignTypeReview> {
  if (validFrom < at) {
    return { accepted: false, faults: [`« validFrom » vaut « ${validFrom} » ; valeur acceptée : un instant à venir.`] };
  }
  const type = parseCampaignType(json);
  if ('faults' in type) {
    return { accepted: false, faults: type.faults.map(({ text }) => text) };
  }
  const kept = await ports.content.inForce(programme, 'campaignTypes', validFrom);
  const others = kept.filter(({ code }) => code !== type.code);
  const replaced = kept.find(({ code }) => code === type.code);
  const faults = [
    ...contradictions(type),
    ...(await strangers(type, { programme, validFrom, others, replaced }, ports)),
  ];
  if (faults.length > 0) {
    return { accepted: false, faults };
  }
  const value = [...others, type];
  const version = ports.hash(value);
  if (publish) {
    await ports.versions.add(programme, 'campaignTypes', { validFrom, hash: version, origin: 'edit', value });
  }
  return { accepted: true, version, published: publish, validFrom, replaces: replaced !== undefined };
}

/** What is wrong in itself. */
function contradictions({ policy, cycleHours = 0, triggerLevel = 0, forecast, pacing }: CampaignType): string[] {
  return [
    ...checkAttemptPolicy(policy).map(({ field, value, accepted }) => refusal(`policy.${field}`, value, accepted)),
    ...(cycleHours < policy.withinHours
      ? [refusal('cycleHours', cycleHours, `au moins les ${policy.withinHours} heures de ses tentatives`)]
      : []),
    ...(triggerLevel < 1 ? [refusal('triggerLevel', triggerLevel, 'un niveau de 1 à 9')] : []),
    ...(pacing.ratio > 0 ? [] : [refusal('pacing.ratio', pacing.ratio, 'un nombre au-dessus de 0, 3 au plus')]),
    ...(forecast === undefined ? [] : forecastFaults(forecast)),
  ];
}

function forecastFaults(forecast: NonNullable<CampaignType['forecast']>): string[] {
  const { completion, handling, occupancy, objective, dialsPerSecond } = forecast;
  const figures = { completion, ...handling, occupancy, objective, dialsPerSecond };
  const empty = Object.entries(figures)
    .filter(([, value]) => value === 0)
    .map(([name, value]) => refusal(`forecast.${name}`, value, 'un nombre au-dessus de 0'));
  try {
    checkReachCurve(forecast.reach);
    return empty;
  } catch {
    const accepted =
      'des parts dont la somme est 1, alpha et beta au-dessus de 0, stopShare sous 1, evidencePeople au-dessus de 0';
    return [...empty, refusal('forecast.reach', forecast.reach, accepted)];
  }
}

/** What does not go with the rest of the programme. */
async function strangers(
  type: CampaignType,
  {
    programme,
    validFrom,
    others,
    replaced,
  }: {
    readonly programme: string;
    readonly validFrom: string;
    readonly others: readonly CampaignType[];
    readonly replaced: CampaignType | undefined;
  },
  { content }: CampaignTypePorts,
): Promise<string[]> {
  const [schemes, questionnaires] = await Promise.all([
    content.inForce(programme, 'schemes', validFrom),
    content.inForce(programme, 'questionnaires', validFrom),
  ]);
  const known = (field: string, value: string | undefined, accepted: readonly string[]) =>
    value === undefined || accepted.includes(value) ? [] : [refusal(field, value, accepted.join(', '))];
  const sameCrisis = others.find(({ crisis }) => crisis === type.crisis);
  return [
    ...known(
      'scheme',
      type.scheme,
      schemes.map(({ code }) => code),
    ),
    ...known(
      'questionnaire',
      type.questionnaire,
      questionnaires.map(({ id }) => id),
    ),
    ...(sameCrisis === undefined
      ? []
      : [refusal('crisis', type.crisis, `une crise qui n’est pas déjà celle de « ${sameCrisis.code} »`)]),
    ...(replaced === undefined || replaced.crisis !== undefined
      ? []
      : [refusal('code', type.code, 'un code qui n’est pas celui d’un genre lancé par des commandes ou des suivis')]),
  ];
}

function refusal(field: string, value: unknown, accepted: string): string {
  const text = JSON.stringify(value) ?? 'absent';
  return `« ${field} » vaut ${text.length > 80 ? `${text.slice(0, 77)}…` : text} ; valeur acceptée : ${accepted}.`;
}
