/** What pages say after a form about members, groups or imports, by the code in the address: no name in it. */
export const memberNotices: Readonly<Record<string, string>> = {
  inscrit: 'L’adhérent est inscrit.',
  'deja-inscrit': 'Cette personne est déjà inscrite : voici sa fiche. Rien n’a été créé.',
  modifie: 'La fiche est modifiée.',
  'accord-donne': 'L’accord est enregistré.',
  'accord-retire': 'L’accord est retiré : cette personne ne recevra plus de SMS, même déjà programmés.',
  efface: 'Toutes les données de cet adhérent sont effacées.',
  'groupe-cree': 'Le groupe est créé.',
  'groupe-renomme': 'Le groupe est renommé.',
  'groupe-supprime': 'Le groupe est supprimé ; ses adhérents restent inscrits.',
};
