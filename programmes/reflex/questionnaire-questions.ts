import type { Question } from '../../domain/questionnaire/questionnaire.ts';

/** Sixteen closed questions: how the person is, how they live the heat, who is around them, what they ask for. */
export const questions: readonly Question[] = [
  {
    id: 'Q1',
    kind: 'closed',
    text: 'Comment vous sentez-vous aujourd’hui ?',
    thirdPerson: 'Comment se sent cette personne aujourd’hui ?',
    answers: [
      { code: 'bien', label: 'Bien', points: 0 },
      { code: 'moyen', label: 'Moyen', points: 3 },
      { code: 'mal', label: 'Mal', points: 8 },
    ],
  },
  {
    id: 'Q2',
    kind: 'closed',
    text: 'Avez-vous un de ces signes : malaise, vertiges, confusion, fièvre, maux de tête violents, crampes ?',
    thirdPerson: 'A-t-elle un de ces signes : malaise, vertiges, confusion, fièvre, maux de tête violents, crampes ?',
    answers: [
      { code: 'non', label: 'Non', points: 0 },
      { code: 'un', label: 'Un signe', points: 6 },
      { code: 'plusieurs', label: 'Plusieurs signes', points: 12 },
    ],
  },
  {
    id: 'Q3',
    kind: 'closed',
    text: 'À votre avis d’agent, la personne paraît-elle confuse ou essoufflée ?',
    thirdPerson: 'Paraît-elle confuse ou essoufflée ?',
    observed: true,
    selfService: 'Avez-vous du mal à respirer, ou les idées confuses ?',
    answers: [
      { code: 'non', label: 'Non', points: 0 },
      { code: 'doute', label: 'Doute', points: 6 },
      { code: 'oui', label: 'Oui', points: 15 },
    ],
  },
  {
    id: 'Q4',
    kind: 'closed',
    text: 'Combien de verres d’eau avez-vous bus depuis ce matin ?',
    thirdPerson: 'Combien de verres d’eau a-t-elle bus depuis ce matin ?',
    answers: [
      { code: 'cinq-ou-plus', label: 'Cinq ou plus', points: 0 },
      { code: 'trois-ou-quatre', label: 'Trois ou quatre', points: 2 },
      { code: 'un-ou-deux', label: 'Un ou deux', points: 5 },
      { code: 'aucun', label: 'Aucun', points: 8 },
    ],
  },
  {
    id: 'Q5',
    kind: 'closed',
    text: 'Mangez-vous normalement ?',
    thirdPerson: 'Mange-t-elle normalement ?',
    answers: [
      { code: 'oui', label: 'Oui', points: 0 },
      { code: 'moins', label: 'Moins que d’habitude', points: 2 },
      { code: 'presque-pas', label: 'Presque pas', points: 5 },
    ],
  },
  {
    id: 'Q6',
    kind: 'closed',
    text: 'Prenez-vous des médicaments tous les jours ?',
    thirdPerson: 'Prend-elle des médicaments tous les jours ?',
    answers: [
      { code: 'non', label: 'Non', points: 0 },
      { code: 'oui-suivi', label: 'Oui, avec un suivi par un médecin', points: 1 },
      { code: 'oui-sans-avis', label: 'Oui, sans avis médical récent', points: 3 },
    ],
  },
  {
    id: 'Q7',
    kind: 'closed',
    text: 'Votre logement est-il très chaud, même la nuit ?',
    thirdPerson: 'Son logement est-il très chaud, même la nuit ?',
    answers: [
      { code: 'non', label: 'Non', points: 0 },
      { code: 'oui', label: 'Oui', points: 3 },
      { code: 'oui-sans-protection', label: 'Oui, sans volets ni ventilateur', points: 5 },
    ],
  },
  {
    id: 'Q8',
    kind: 'closed',
    text: 'Pouvez-vous vous rafraîchir : douche, ventilateur, pièce fraîche ?',
    thirdPerson: 'Peut-elle se rafraîchir : douche, ventilateur, pièce fraîche ?',
    answers: [
      { code: 'oui', label: 'Oui', points: 0 },
      { code: 'difficilement', label: 'Difficilement', points: 3 },
      { code: 'non', label: 'Non', points: 6 },
    ],
  },
  {
    id: 'Q9',
    kind: 'closed',
    text: 'Êtes-vous seul ou seule aujourd’hui ?',
    thirdPerson: 'Est-elle seule aujourd’hui ?',
    answers: [
      { code: 'non', label: 'Non, quelqu’un est là', points: 0 },
      { code: 'oui-visite', label: 'Oui, une visite est prévue', points: 1 },
      { code: 'oui-personne', label: 'Oui, et personne ne passe', points: 4 },
    ],
  },
  {
    id: 'Q10',
    kind: 'closed',
    text: 'Quelqu’un peut-il passer vous voir dans les vingt-quatre heures ?',
    thirdPerson: 'Quelqu’un peut-il passer la voir dans les vingt-quatre heures ?',
    skipWhenAny: [{ question: 'Q9', answers: ['non'] }],
    answers: [
      { code: 'oui', label: 'Oui', points: 0 },
      { code: 'ne-sait-pas', label: 'Ne sait pas', points: 2 },
      { code: 'non', label: 'Non', points: 4 },
    ],
  },
  {
    id: 'Q11',
    kind: 'closed',
    text: 'Avez-vous une aide à domicile en ce moment ?',
    thirdPerson: 'A-t-elle une aide à domicile en ce moment ?',
    answers: [
      { code: 'oui', label: 'Oui', points: 0 },
      { code: 'suspendue', label: 'Oui, mais elle est suspendue', points: 3 },
      { code: 'non', label: 'Non', points: 1 },
    ],
  },
  {
    id: 'Q12',
    kind: 'closed',
    text: 'Pouvez-vous sortir acheter de l’eau et des repas ?',
    thirdPerson: 'Peut-elle sortir acheter de l’eau et des repas ?',
    answers: [
      { code: 'oui', label: 'Oui', points: 0 },
      { code: 'avec-aide', label: 'Avec de l’aide', points: 2 },
      { code: 'non', label: 'Non', points: 5 },
    ],
  },
  {
    id: 'Q13',
    kind: 'closed',
    text: 'Avez-vous une téléalarme ?',
    thirdPerson: 'A-t-elle une téléalarme ?',
    answers: [
      { code: 'oui', label: 'Oui', points: 0 },
      { code: 'non', label: 'Non', points: 1 },
    ],
  },
  {
    id: 'Q14',
    kind: 'closed',
    text: 'Souhaitez-vous aller dans une salle rafraîchie ? Un transport est possible.',
    thirdPerson: 'Souhaite-t-elle aller dans une salle rafraîchie ? Un transport est possible.',
    answers: [
      { code: 'non', label: 'Non', points: 0 },
      { code: 'oui', label: 'Oui', points: 0 },
    ],
  },
  {
    id: 'Q15',
    kind: 'closed',
    text: 'Vos coordonnées et vos codes d’accès sont-ils toujours bons ?',
    thirdPerson: 'Ses coordonnées et ses codes d’accès sont-ils toujours bons ?',
    answers: [
      { code: 'oui', label: 'Oui', points: 0 },
      { code: 'non', label: 'Non', points: 0, asks: 'correction' },
    ],
  },
  {
    id: 'Q16',
    kind: 'closed',
    text: 'Souhaitez-vous un autre appel demain ?',
    thirdPerson: 'Souhaite-t-elle un autre appel demain ?',
    answers: [
      { code: 'non', label: 'Non', points: 0 },
      { code: 'oui', label: 'Oui', points: 0, asks: 'callback' },
    ],
  },
];
