import { memberNotices } from './member-notices.ts';

/** What a page says after a form, by the code in its address (`?fait=…`): no name in it. An unknown code says nothing. */
const notices: Readonly<Record<string, string>> = {
  ...memberNotices,
  'structure-creee': 'La structure est créée. Donnez maintenant ses accès.',
  'structure-renommee': 'La structure est renommée, pour ses pages et pour les SMS qui partiront.',
  'acces-cree': 'L’accès est créé : une invitation est partie par courriel.',
  'acces-desactive': 'L’accès est désactivé, dès maintenant.',
  'acces-reactive': 'L’accès est réactivé.',
};

export function noticeOf(code: string | undefined): { readonly notice?: string } {
  const notice = code === undefined ? undefined : notices[code];
  return notice === undefined ? {} : { notice };
}
