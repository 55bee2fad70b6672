/** What pages of messages and dates say after a form, by the code in their address: no name in it. An unknown code says nothing. */
const notices: Readonly<Record<string, string>> = {
  programme: 'Le message est programmé. Vous pouvez encore le modifier ou l’annuler.',
  change: 'Le message est modifié : c’est cette version qui partira.',
  parti: 'Ce message est déjà parti, ou annulé : il n’a pas été modifié.',
  brouillon: 'Le brouillon est enregistré : rien n’est envoyé.',
  deja: 'Ce message était déjà programmé : rien n’est envoyé deux fois.',
  annule: 'L’envoi est annulé : ce qui n’est pas parti ne partira pas.',
  retabli: 'L’envoi est rétabli, à la même heure.',
  'date-notee': 'La date est notée. Le rappel partira tout seul.',
  'date-changee': 'La date est changée, et ses rappels avec elle.',
  'date-retiree': 'La date est retirée : plus aucun rappel ne partira pour elle.',
};

export function alertNotice(code: string | undefined): { readonly notice?: string } {
  const notice = code === undefined ? undefined : notices[code];
  return notice === undefined ? {} : { notice };
}
