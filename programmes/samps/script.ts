import type { CallScript } from '../../domain/script/call-script.ts';

/**
 * The call about a file, in three points of the tender § 1.2.2: « en indiquant les modalités de transmission de ces documents », « en rappelant les
 * documents manquants », « en proposant un rendez-vous pour un accompagnement numérique » (SAMPS-31).
 */
export const fileScript: CallScript = {
  id: 'dossier',
  title: 'Appel au sujet d’un dossier',
  identity: {
    text: 'Bonjour, je suis {agent}, j’appelle pour la province Sud, service des aides sociales. Je souhaite parler à {person}.',
    checks: [
      { label: 'Nom et prénom', field: 'name' },
      { label: 'Date de naissance', field: 'birthDate' },
      { label: 'Commune', field: 'city' },
    ],
    tick: 'J’ai vérifié que je parle à la bonne personne',
  },
  subjects: {
    renewal: '{scheme} : vos droits sont à renouveler{date}.',
    incomplete: '{scheme} : votre dossier est incomplet{date}.',
  },
  points: [
    { code: 'documents', text: 'Il manque : {documents}.', whenDocumentsMiss: true },
    {
      code: 'transmission',
      text: 'Envoyez votre demande et vos documents en ligne, sur {upload}. Une photo lisible prise avec un téléphone suffit.',
    },
    {
      code: 'rendez-vous',
      text: 'Si vous le souhaitez, un conseiller peut vous aider à faire la démarche en ligne, sur place ou par téléphone.',
      button: { label: 'Proposer un rendez-vous', action: 'booking' },
    },
  ],
  uploadAddress: 'https://demarches.province-sud.nc',
  outcomes: [
    { code: 'en-ligne', label: 'Fera la démarche en ligne' },
    { code: 'sur-place', label: 'Déposera les documents sur place' },
    { code: 'rendez-vous', label: 'Souhaite un rendez-vous pour être aidé' },
    { code: 'deja-fait', label: 'Dit l’avoir déjà fait' },
    { code: 'ne-renouvelle-pas', label: 'Ne demande pas le renouvellement' },
  ],
};
