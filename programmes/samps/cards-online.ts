import type { CardSeed } from '../../domain/knowledge/seed-cards.ts';

/** Filling the form (SAMPS-12), and finding the answer on the provincial account (SAMPS-18). */
export const onlineCards: readonly CardSeed[] = [
  {
    cardId: 'mot-de-passe',
    text: {
      title: 'Mot de passe oublié ou compte bloqué',
      answer:
        'Sur la page de connexion du compte provincial, cliquez sur « Mot de passe oublié ». Un courriel arrive avec un lien, valable une heure.\n- Rien n’arrive : regarder dans les courriers indésirables.\n- L’adresse n’existe plus : proposer un rendez-vous au téléphone.',
      motive: 'FORMULAIRE_EN_LIGNE',
      keywords: ['connexion', 'identifiant', 'compte', 'code', 'se connecter'],
      checklist: [],
      dates: [],
    },
  },
  {
    cardId: 'piece-jointe',
    text: {
      title: 'Joindre une pièce au formulaire en ligne',
      answer:
        'Une photo lisible prise avec un téléphone suffit. Formats acceptés : PDF, JPG ou PNG.\n- Le fichier est trop lourd : reprendre la photo en qualité moyenne.\n- Le bouton reste gris : une pièce obligatoire manque encore.',
      motive: 'FORMULAIRE_EN_LIGNE',
      keywords: ['pièce jointe', 'scanner', 'photo', 'téléverser', 'document', 'envoyer'],
      checklist: [],
      dates: [],
    },
  },
  {
    cardId: 'remplir-formulaire',
    text: {
      title: 'Comment remplir la demande en ligne ?',
      answer:
        'La demande se fait sur demarches.province-sud.nc, avec un compte provincial.\n- Créer le compte avec une adresse de courriel.\n- Choisir l’aide, remplir les pages, joindre les pièces.\n- Valider : un accusé de réception arrive par courriel.\nLa demande peut être interrompue et reprise.',
      motive: 'FORMULAIRE_EN_LIGNE',
      keywords: ['formulaire', 'internet', 'site', 'créer un compte', 'démarche', 'brouillon'],
      checklist: [],
      dates: [],
    },
  },
  {
    cardId: 'compte-provincial',
    text: {
      title: 'Récupérer la réponse sur le compte provincial',
      answer:
        'Se connecter au compte provincial, puis ouvrir « Mes documents ». On y trouve :\n- les courriers de réponse ;\n- les cartes d’aide médicale ;\n- les coupons ;\n- les attestations de non-bourse.\nLe document se télécharge et s’imprime.',
      motive: 'RECUPERER_REPONSE',
      keywords: [
        'courrier',
        'carte d’aide médicale',
        'coupon',
        'attestation de non bourse',
        'télécharger',
        'imprimer',
        'résultat',
      ],
      checklist: [],
      dates: [],
    },
  },
];
