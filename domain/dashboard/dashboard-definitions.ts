import type { Definition } from '../report/definitions.ts';
import type { DashboardRules } from './dashboard-rules.ts';

/** Words of the dashboard, in French, for those who read it (COMMON-27); what the client had added comes last (ARS-33). */
export function dashboardDefinitions({ indicators }: DashboardRules): readonly Definition[] {
  return [
    ...definitions,
    ...indicators.map(({ label, definition }) => ({
      term: label,
      text: `${definition} Ajouté à la demande de l’ARS.`,
    })),
  ];
}

const definitions: readonly Definition[] = [
  {
    term: 'Appels à réaliser',
    text: 'Personnes à appeler ce jour-là, chacune une fois par contact prévu (J2, J4, J7, J9) et non par tentative : celles dont l’appel est dû, reporté du jour ouvré précédent, ou repris. Qui répond par le web avant tout appel n’y est plus.',
  },
  {
    term: 'dont seconds appels reportés',
    text: 'Premier appel trop tard la veille pour un second le même jour : le second est le premier du jour ouvré suivant, pour le même contact.',
  },
  { term: 'Appels non faits', text: 'Personnes à appeler pour qui aucun appel n’a été composé à la fermeture.' },
  {
    term: 'Appels passés',
    text: 'Tous les appels composés, répondeurs et lignes occupées compris. « Personnes jointes » : celles à qui un conseiller a parlé, ou à un tiers à leur sujet.',
  },
  {
    term: 'Durée moyenne des communications',
    text: 'Conversation et mise en attente des appels où quelqu’un a été joint, sans le travail après appel ni les répondeurs. Par colonne, elle est celle du type, du statut ou du département.',
  },
  {
    term: 'J2, J4, J7, J9',
    text: 'J2 est le premier contact (« J+1 » ou « J1 » du marché). Le troisième contact des personnes non testées compte avec J7. « Hors contact prévu » : ce qui concerne la personne sans contact particulier.',
  },
  {
    term: 'Personnes vulnérables',
    text: 'Repérées ce jour-là, par un conseiller, par la personne sur le web, ou déjà signalées dans la liste reçue. « Orientées vers la CTAI » : un signalement a été adressé à la cellule de leur département.',
  },
  {
    term: 'Relances',
    text: 'Seconds appels d’un même contact, et SMS de relance, chacun à part.',
  },
  {
    term: 'Abandons',
    text: 'Suivis arrêtés avant leur dernier contact : injoignable, hospitalisé, parti, arrêt demandé après avoir accepté. « Appels interrompus » : questionnaires commencés et laissés avant la fin d’un appel.',
  },
  { term: 'Refus', text: 'Personnes qui refusent le suivi, par le motif donné, d’une liste fermée.' },
  {
    term: 'Non testées à J7',
    text: 'Personnes contacts qui disent au contact J7 ne pas avoir fait le test : elles ont un troisième contact. Qui attend son résultat n’en est pas.',
  },
  {
    term: 'SMS envoyés',
    text: 'SMS que l’opérateur a pris en charge ce jour-là. Envoyés = remis + échoués + sans nouvelles ; les accusés arrivent jusqu’à trois jours après, dans l’édition définitive. Peut-être envoyés : l’envoi a été interrompu sans réponse ; ils ne sont pas renvoyés d’eux-mêmes. Non envoyés : ligne fixe, numéro faux, arrêt demandé ou trop tard.',
  },
  {
    term: 'Réponses par le web',
    text: 'Questionnaires complets remplis avec le lien d’un SMS de ce jour. Taux de réponse = réponses ÷ SMS d’enquête envoyés ou peut-être envoyés. Le délai médian va de l’envoi à la fin du questionnaire.',
  },
];
