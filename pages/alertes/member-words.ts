import { type Member, takesTexts } from '../../domain/member/member.ts';
import { ageOn } from '../../domain/recipient/read-recipient.ts';
import { typeset } from '../../domain/report/french.ts';
import { html, type Markup } from '../html.ts';

/** « DUPONT Marie ». */
export function memberName({ lastName, firstName }: Pick<Member, 'lastName' | 'firstName'>): string {
  return `${lastName} ${firstName}`;
}

/** « 36 ans », on a day; nothing when the birth date is not known (ALERTES-11). */
export function ageText({ birthDate }: Pick<Member, 'birthDate'>, today: string): string {
  if (birthDate === undefined) {
    return '–';
  }
  const age = ageOn(birthDate, today);
  return age < 2 ? `${age} an` : `${age} ans`;
}

/** Whether texts reach them, and why not. */
export function textsState(member: Pick<Member, 'phone' | 'consent'>): Markup {
  if (member.consent?.change === 'withdrawn') {
    return html`<span class="bad">${typeset('Désinscrit')}</span>`;
  }
  if (member.consent === undefined) {
    return html`<span class="wait">Sans accord</span>`;
  }
  if (!takesTexts(member)) {
    return html`<span class="wait">SMS impossible</span>`;
  }
  return html`<span class="good">SMS possible</span>`;
}

/** French numbers by pairs, others with their country code. */
export function phoneText(e164: string): string {
  return e164.startsWith('+33') ? `0${e164.slice(3)}`.replaceAll(/(\d\d)(?=\d)/g, '$1 ') : e164;
}
