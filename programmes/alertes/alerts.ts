import type { AlertContent } from '../../domain/programme/alert-content.ts';

/** Content of the tender of the social centres of Lille (MAPS FEDER-2018-PS.4.2), live: a structure's own words are data. */
export const alerts: AlertContent = {
  categories: [
    { code: 'droits', label: 'Accès aux droits' },
    { code: 'e-administration', label: 'E-administration' },
    { code: 'rendez-vous', label: 'Rendez-vous et échéances' },
    { code: 'enfance', label: 'Enfance et parentalité' },
    { code: 'jeunesse', label: 'Jeunesse' },
    { code: 'culture', label: 'Culture et sorties' },
    { code: 'vie-du-centre', label: 'Vie du centre' },
  ],
  // The first is the tender's own, spelling included.
  consentTexts: [
    {
      version: 'v1',
      text: "j'accepte que le centre social m'envoi des SMS et des newsletters pour m'informer de l'actualité de la structure",
    },
    {
      version: 'v2',
      text: "j'accepte que le centre social m'envoie des SMS et des newsletters pour m'informer de l'actualité de la structure",
    },
  ],
  suggestedGroups: ['petite-enfance', 'jeunesse', 'rsa', 'culture'],
  dateKinds: [
    {
      code: 'france-travail',
      label: 'Actualisation France Travail',
      recurrence: 'monthly',
      remindersBefore: [3, 1],
      text: 'Bonjour {prenom}, pensez a votre actualisation France Travail avant le {date_rdv}. {structure}',
    },
    {
      code: 'rdv-droits',
      label: 'Rendez-vous pour une prestation ou un droit',
      recurrence: 'none',
      remindersBefore: [3, 1],
      text: 'Bonjour {prenom}, rappel de votre rendez-vous du {date_rdv}. {structure}',
    },
    {
      code: 'declaration-trimestrielle',
      label: 'Déclaration trimestrielle de ressources',
      recurrence: 'quarterly',
      remindersBefore: [5, 1],
      text: 'Bonjour {prenom}, votre declaration de ressources est a faire avant le {date_rdv}. {structure}',
    },
    {
      code: 'renouvellement',
      label: 'Renouvellement d’un dossier',
      recurrence: 'yearly',
      remindersBefore: [30, 7],
      text: 'Bonjour {prenom}, votre dossier est a renouveler avant le {date_rdv}. {structure}',
    },
  ],
  massShare: 0.6,
  templates: [
    {
      code: 'actualite',
      label: 'Actualité du centre',
      category: 'vie-du-centre',
      text: 'Bonjour {prenom}, ',
    },
    {
      code: 'permanence-droits',
      label: 'Permanence d’accès aux droits',
      category: 'droits',
      text: 'Bonjour {prenom}, une permanence d’accès aux droits se tient au centre. Renseignements à l’accueil.',
    },
    {
      code: 'atelier-numerique',
      label: 'Atelier numérique',
      category: 'e-administration',
      text: 'Bonjour {prenom}, un atelier vous aide à faire vos démarches en ligne. Inscription à l’accueil.',
    },
  ],
  funding: {
    // Word for word and letter for letter: what whoever pays wrote.
    sentence: "Ce projet est cofinancé par l'Union Européenne avec le FEDER",
    emblem: 'Emblème de l’Union européenne : douze étoiles d’or en cercle sur fond bleu',
  },
};
