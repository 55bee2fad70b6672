import type { NoticeSection } from '../../domain/programme/notice.ts';

/** Messages, dates, accesses. */
export const messageSections: readonly NoticeSection[] = [
  {
    requirements: ['ALERTES-23', 'ALERTES-06', 'ALERTES-07', 'ALERTES-27', 'ALERTES-28'],
    title: 'Envoyer un message à plusieurs groupes',
    steps: [
      'Sur la page d’accueil, choisissez « Programmer un message ».',
      'Donnez un titre (il ne part pas dans le SMS) et une catégorie, puis écrivez le texte. {prenom}, {date_rdv} et {structure} sont remplacés pour chaque personne.',
      'Cochez un ou plusieurs groupes : une personne qui est dans plusieurs groupes reçoit un seul SMS.',
      'Choisissez le jour et l’heure, à l’heure de Paris.',
      'Ouvrez l’aperçu : trois exemples, le nombre de personnes et de SMS. Puis validez.',
    ],
    remarks: [
      'Une date passée est refusée. Les SMS partent de 8 h à 20 h, du lundi au samedi, sauf les jours fériés.',
      'L’outil ne sert pas aux envois massifs : au-delà de 60 % des adhérents, seul l’administrateur de la structure peut confirmer, en écrivant pourquoi.',
      'Tant qu’il n’est pas parti, ouvrez-le dans « Messages » : « Modifier » change son texte, ses groupes ou son heure, « Annuler l’envoi » l’arrête.',
      'Le suivi dit, personne par personne, ce qui est prévu, envoyé, reçu ou refusé, et pourquoi.',
    ],
    picture: { name: 'message', shows: 'L’aperçu d’un message à deux groupes' },
  },
  {
    requirements: ['ALERTES-19'],
    title: 'Réutiliser un message envoyé',
    steps: [
      'Dans « Messages », ouvrez un message envoyé et choisissez « Réutiliser ».',
      'Le titre, le texte, la catégorie et les groupes sont repris : donnez une nouvelle date et une nouvelle heure.',
    ],
    remarks: [
      'Le message d’origine ne change pas. Les destinataires sont recalculés au moment de l’envoi : les nouveaux inscrits le reçoivent, ceux qui ont dit STOP ne le reçoivent pas.',
    ],
    picture: { name: 'suivi', shows: 'Le suivi d’un message, avec « Réutiliser »' },
  },
  {
    requirements: ['ALERTES-26', 'ALERTES-29'],
    title: 'Noter une date administrative',
    steps: [
      'Ouvrez la fiche de l’adhérent, puis « Dates et rappels ».',
      'Choisissez le type de date : actualisation France Travail, rendez-vous, déclaration, renouvellement.',
      'Donnez la date ; elle se répète d’elle-même quand c’est une échéance régulière.',
      'Les rappels partent seuls, quelques jours avant, si la personne a donné son accord.',
    ],
    remarks: ['Un rappel ne remplace pas le travailleur social : il peut porter le nom et le numéro du référent.'],
    picture: { name: 'dates', shows: 'La page des dates et rappels' },
  },
  {
    requirements: ['ALERTES-31'],
    title: 'Si une personne ne veut plus de messages',
    steps: [
      'Elle ouvre le lien STOP d’un message : c’est immédiat, pour votre structure.',
      'Ou bien elle vous le dit : ouvrez sa fiche et retirez son accord. Les messages déjà programmés ne lui seront pas envoyés.',
    ],
  },
  {
    requirements: ['ALERTES-02', 'ALERTES-03', 'ALERTES-37'],
    title: 'Créer une structure et des accès',
    steps: [
      'Administrateur général : ouvrez « Structures et utilisateurs », créez la structure, puis ses accès (prénom, nom, courriel professionnel, rôle).',
      'Administrateur d’une structure : ouvrez « Utilisateurs » et invitez vos collègues.',
      'La personne reçoit un courriel avec un premier mot de passe, valable trois jours ; elle choisit le sien et un second facteur à la première connexion.',
      'Pour retirer un accès, choisissez « Désactiver » : il l’est aussitôt.',
    ],
    remarks: [
      'L’administrateur général renomme une structure sur sa page. Ses statistiques disent aussi combien de personnes sont inscrites dans plusieurs structures, sans aucun nom ; les structures, elles, n’en savent rien.',
    ],
    picture: { name: 'acces', shows: 'Les accès d’une structure et le formulaire qui en crée' },
  },
];
