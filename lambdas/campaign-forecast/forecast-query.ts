import { type ApiEvent, HttpError } from '../middleware/http.ts';

/** What the address asks after `?`, in French as people read it. */
export interface ForecastQuery {
  /** `conseillers`. */
  readonly agents: number;
  /** `lignes`; by default those AWS granted to the instance. */
  readonly concurrentCalls: number;
  /** `depart`: ISO instant; by default now. */
  readonly from: string;
  /** `personnes` and `joignables`; by default those of the register. */
  readonly loaded?: number;
  readonly callable?: number;
}

/** Throws 400 naming the parameter, its value and what is accepted. */
export function forecastQuery(event: ApiEvent, granted: number, now: string): ForecastQuery {
  const given = event.queryStringParameters ?? {};
  const agents = whole('conseillers', given['conseillers']);
  if (agents === undefined) {
    throw refusal('conseillers', given['conseillers'], 'un nombre de conseillers, tel que 55');
  }
  const from = given['depart'] ?? now;
  if (!/Z$/.test(from) || Number.isNaN(Date.parse(from))) {
    throw refusal('depart', from, 'un instant UTC, tel que 2026-07-06T07:00:00Z');
  }
  const loaded = whole('personnes', given['personnes']);
  const callable = whole('joignables', given['joignables']);
  if (callable !== undefined && callable > (loaded ?? -1)) {
    throw refusal('joignables', given['joignables'], 'au plus autant que « personnes »');
  }
  return {
    agents,
    concurrentCalls: whole('lignes', given['lignes']) ?? granted,
    from: new Date(from).toISOString(),
    ...(loaded === undefined ? {} : { loaded }),
    ...(callable === undefined ? {} : { callable }),
  };
}

function whole(name: string, value: string | undefined): number | undefined {
  if (value !== undefined && !/^\d{1,7}$/.test(value)) {
    throw refusal(name, value, 'un nombre entier, de 0 à 9999999');
  }
  return value === undefined ? undefined : Number(value);
}

function refusal(name: string, value: string | undefined, accepted: string): HttpError {
  return new HttpError(400, `Le paramètre « ${name} » vaut « ${value ?? ''} » ; valeur acceptée : ${accepted}.`);
}
