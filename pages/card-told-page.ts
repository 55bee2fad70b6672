import type { ToldPerson } from '../domain/knowledge/told-since-corrected.ts';
import { shortMoment, typeset } from '../domain/report/french.ts';
import { html } from './html.ts';
import { page } from './layout.ts';

export interface CardToldPage {
  readonly programme: string;
  readonly timeZone: string;
  readonly title: string;
  readonly told: readonly ToldPerson[];
  readonly labelOf: (code: string | undefined) => string;
  /** Local days between which calls were looked at. */
  readonly period: string;
  readonly cardPath: string;
  readonly userName: string;
  readonly signOutPath: string;
}

/** Who was told what was corrected since (SAMPS-21): calls by their number, people by their pseudonym, never a name. */
export function cardToldPage({
  programme,
  timeZone,
  title,
  told,
  labelOf,
  period,
  cardPath,
  userName,
  signOutPath,
}: CardToldPage): string {
  const rows = told.map(
    ({
      at,
      agent,
      version,
      contactId,
      personId,
      scheme,
    }) => html`<tr><th scope="row">${shortMoment(timeZone, at)}</th><td data-label="Version">${version}</td><td data-label="Aide">${labelOf(scheme)}</td><td data-label="Conseiller">${agent}</td><td data-label="Appel">${contactId}</td><td data-label="Personne">${personId ?? 'Numéro masqué'}</td></tr>
`,
  );
  const content = html`<p><a class="back" href="${cardPath}">Revenir à la fiche</a></p>
<p class="note">${typeset(`${programme}, ${period}`)}</p>
<p>${typeset(`Fiche « ${title} » : ${told.length === 0 ? 'personne n’a reçu l’ancienne réponse sans avoir entendu la nouvelle.' : `${told.length} appel${told.length > 1 ? 's' : ''} à reprendre.`}`)}</p>
${
  told.length === 0
    ? undefined
    : html`<div class="scroll"><table><caption class="heard">Appels pendant lesquels l’ancienne réponse était ouverte</caption>
<thead><tr><th scope="col">Ouverte le</th><th scope="col">Version</th><th scope="col">Aide</th><th scope="col">Conseiller</th><th scope="col">Appel</th><th scope="col">Personne</th></tr></thead>
<tbody>${rows}</tbody></table></div>`
}`;
  return page({ title: 'Personnes à prévenir', content, userName, signOutPath });
}
