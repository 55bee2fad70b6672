import type { FieldDefinition } from '../import/field.ts';
import { recipientFields } from '../recipient/recipient-fields.ts';

const shared = ['lastName', 'firstName', 'fullName', 'birthDate', 'phone', 'landline', 'mobile', 'email'] as const;

/** Names may hold a birth name and a title: they are read apart from them and not kept, so no column is mapped to them. */
export type MemberField = (typeof shared)[number] | 'birthName' | 'civility' | 'group' | 'consent';

/** What a list of members may hold (ALERTES-18): what their sheet does, headed as any list of people is. */
export const memberFields: readonly FieldDefinition<MemberField>[] = [
  ...recipientFields.flatMap((field) => {
    const code = shared.find((one) => one === field.code);
    return code === undefined ? [] : [{ ...field, code }];
  }),
  {
    code: 'group',
    label: 'Groupe',
    headings: words(
      'groupes, groupe envoi, groupes envoi, liste, listes, activité, activités, projet, secteur, atelier, group',
    ),
    several: true,
  },
  {
    code: 'consent',
    label: 'Accord pour les SMS',
    headings: words(
      'accord, consentement, consentement sms, accord sms, autorisation, autorisation sms, case autorisation, accepte, accepte sms, sms, rgpd, opt in, optin, inscription sms, newsletter, consent',
    ),
  },
];

export function memberFieldLabel(field: string): string {
  return memberFields.find(({ code }) => code === field)?.label ?? field;
}

function words(headings: string): readonly string[] {
  return headings.split(', ');
}
