import { type SettingCode, settingCodes } from '../../contracts/settings.ts';
import type { ContentKind } from '../programme/programme.ts';

/** What supervisors change while the centre runs (SAMPS-19, SAMPS-40), with the kind of content that keeps it. */
export const settings = {
  texts: { kind: 'texts', label: 'Messages entendus par les appelants' },
  motives: { kind: 'motives', label: 'Motifs d’appel' },
  objectives: { kind: 'objectives', label: 'Objectif de taux de réponse' },
  callbackPolicy: { kind: 'callbackPolicy', label: 'Règles de rappel' },
  hours: { kind: 'calendar', label: 'Horaires' },
  exceptions: { kind: 'calendar', label: 'Jours exceptionnels' },
  contacts: { kind: 'contacts', label: 'Interlocuteurs' },
  watchRules: { kind: 'watchRules', label: 'Règles d’alerte' },
} as const satisfies Readonly<Record<SettingCode, { readonly kind: ContentKind; readonly label: string }>>;

export function isSettingCode(code: string): code is SettingCode {
  return settingCodes.some((one) => one === code);
}
