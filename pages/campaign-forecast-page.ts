import type { TrackingAnswer } from '../domain/forecast/follow-campaign.ts';
import type { FeasibilityAnswer } from '../domain/forecast/judge-campaign.ts';
import { shortMoment, typeset } from '../domain/report/french.ts';
import { html, type Markup } from './html.ts';
import { page } from './layout.ts';

export interface ForecastPageOptions {
  /** Title of the programme. */
  readonly programme: string;
  readonly timeZone: string;
  /** Path of the page. */
  readonly path: string;
  /** As asked; none the first time. */
  readonly agents?: number;
  readonly concurrentCalls: number;
  /** Campaigns under way, or why nothing can be said of one. */
  readonly running: readonly { readonly id: string; readonly answer: TrackingAnswer | { readonly fault: string } }[];
  /** Kinds of campaigns, judged as if they were armed now. */
  readonly kinds: readonly {
    readonly label: string;
    readonly answer: FeasibilityAnswer | { readonly fault: string };
  }[];
  /** ISO instant. */
  readonly at: string;
  readonly userName: string;
  readonly signOutPath: string;
}

/** Where campaigns under way go (REFLEX-17), and whether one could be done from now on (REFLEX-31), with so many agents. */
export function campaignForecastPage(options: ForecastPageOptions): string {
  const { programme, timeZone, path, agents, concurrentCalls, running, kinds, at, userName, signOutPath } = options;
  const content = html`<p>${programme}, ${shortMoment(timeZone, at)}.</p>
<form method="get" action="${path}"><p><label for="conseillers">Conseillers présents sur toute la durée</label><br>
<input id="conseillers" name="conseillers" type="number" min="0" max="9999" required value="${agents ?? ''}"></p>
<p><label for="lignes">Appels simultanés accordés par AWS</label><br>
<input id="lignes" name="lignes" type="number" min="0" max="9999" required value="${concurrentCalls}"></p>
<p><button>Calculer</button></p></form>
${running.length === 0 ? undefined : html`<h2>Campagnes en cours</h2>${running.map(({ id, answer }) => followed(id, answer))}`}
${kinds.length === 0 ? undefined : html`<h2>Avant de lancer</h2>${kinds.map(({ label, answer }) => judged(label, answer))}`}`;
  return page({ title: 'Prévisions des campagnes', content, userName, signOutPath });
}

function followed(id: string, answer: TrackingAnswer | { readonly fault: string }): Markup {
  if ('fault' in answer) {
    return html`<h3>${id}</h3><p>${typeset(answer.fault)}</p>`;
  }
  const { cycle, hours, loaded, usefulShare, expectedShare, forecast, forecastShare, objective, isLate } = answer;
  const interval = `${percent(forecastShare)}, entre ${percent(forecast.low / loaded)} et ${percent(forecast.high / loaded)}`;
  return html`<h3>${id}, cycle ${cycle}, ${number(hours, 1)} h après l’activation</h3>
<dl><dt>Contacts utiles atteints</dt><dd>${typeset(percent(usefulShare))}</dd>
<dt>Attendus à cette heure</dt><dd>${typeset(percent(expectedShare))}</dd>
<dt>Prévision à l’échéance (95 %)</dt><dd>${typeset(interval)}</dd>
<dt>Objectif</dt><dd>${typeset(percent(objective))}</dd></dl>
<p><strong class="${isLate ? 'provisional' : 'definitive'}">${isLate ? 'L’objectif n’est plus attendu : ajoutez des conseillers ou des heures.' : 'L’objectif est attendu.'}</strong></p>`;
}

function judged(label: string, answer: FeasibilityAnswer | { readonly fault: string }): Markup {
  if ('fault' in answer) {
    return html`<h3>${label}</h3><p>${typeset(answer.fault)}</p>`;
  }
  const { verdict, title, lines, changes } = answer;
  return html`<h3>${label}</h3>
<p><strong class="${verdict === 'faisable' ? 'definitive' : 'provisional'}">${title}</strong></p>
<ul>${lines.map((line) => html`<li>${line}</li>\n`)}</ul>
${changes.length === 0 ? undefined : html`<p>Ce qui la rendrait faisable, du moins cher au plus cher${typeset(' :')}</p>\n<ol>${changes.map((change) => html`<li>${change}</li>\n`)}</ol>`}`;
}

function percent(share: number): string {
  return `${number(share * 100, 1)} %`;
}

function number(value: number, digits: number): string {
  return value.toLocaleString('fr-FR', { maximumFractionDigits: digits });
}
