import type { NoticeSection } from '../../domain/programme/notice.ts';

/** People, groups, imports. */
export const memberSections: readonly NoticeSection[] = [
  {
    requirements: ['ALERTES-16', 'ALERTES-04', 'ALERTES-05'],
    title: 'Inscrire un adhérent, avec sa date de naissance',
    steps: [
      'Sur la page d’accueil, choisissez « Inscrire un adhérent ».',
      'Saisissez le nom, le prénom, la date de naissance (jj/mm/aaaa), le téléphone et, si la personne en a un, le courriel.',
      'Lisez la phrase d’accord à la personne. Ne cochez la case que si elle accepte : sans cet accord, aucun message ne lui sera envoyé.',
      'Cliquez sur « Enregistrer ».',
    ],
    remarks: [
      'Une date de naissance à venir est refusée. Un numéro de téléphone fixe est accepté, avec la mention « SMS impossible ».',
    ],
    picture: { name: 'inscription', shows: 'Le formulaire d’inscription d’un adhérent, case d’accord non cochée' },
  },
  {
    requirements: ['ALERTES-17', 'ALERTES-09'],
    title: 'Choisir ses groupes dès l’inscription',
    steps: [
      'Dans le même formulaire, cochez au moins un groupe : par exemple petite-enfance, jeunesse, rsa ou culture.',
      'Pour un groupe qui n’existe pas encore, écrivez son nom : il est créé en même temps.',
    ],
    remarks: [
      'Une personne peut être dans plusieurs groupes. La page « Groupes » sert à les renommer ou à les supprimer.',
    ],
    picture: { name: 'groupes', shows: 'La page des groupes de la structure' },
  },
  {
    requirements: ['ALERTES-15', 'ALERTES-25'],
    title: 'Après l’inscription : retour à l’accueil',
    steps: [
      'Une fois l’adhérent, ou l’accès d’un utilisateur, enregistré, la page d’accueil s’ouvre d’elle-même avec un message de confirmation.',
    ],
    remarks: ['Un double clic sur « Enregistrer » n’inscrit la personne qu’une fois.'],
    picture: { name: 'accueil', shows: 'La page d’accueil après une inscription, avec la confirmation' },
  },
  {
    requirements: ['ALERTES-10', 'ALERTES-20', 'ALERTES-30'],
    title: 'Si la personne est déjà inscrite',
    steps: [
      'Quand le nom, le prénom et la date de naissance, le téléphone ou le courriel sont ceux d’un adhérent de votre structure, rien n’est créé : sa fiche s’ouvre, avec un message qui le dit.',
    ],
    remarks: [
      'Les accents, les majuscules, les espaces et l’indicatif +33 ne trompent pas l’outil. C’est la même règle pour les utilisateurs et pour les administrateurs.',
      'Plusieurs membres d’une famille peuvent avoir le même numéro. Deux personnes de même nom nées à des dates différentes : l’outil vous demande de confirmer.',
    ],
    picture: { name: 'deja-inscrit', shows: 'La fiche d’une personne déjà inscrite, avec le message qui le dit' },
  },
  {
    requirements: ['ALERTES-14', 'ALERTES-21'],
    title: 'Retrouver un adhérent : l’ordre alphabétique',
    steps: [
      'Ouvrez « Adhérents » : la liste va de A à Z, par nom puis par prénom.',
      'Tapez le début d’un nom ou d’un prénom pour n’afficher que les personnes concernées.',
    ],
    remarks: [
      'É se range avec E, et « d’Orsay » à la lettre D. Le nom cherché n’apparaît jamais dans l’adresse de la page.',
    ],
    picture: { name: 'adherents', shows: 'La liste des adhérents, de A à Z' },
  },
  {
    requirements: ['ALERTES-11'],
    title: 'Voir l’âge, et les statistiques d’âge',
    steps: [
      'L’âge s’affiche sur la fiche de la personne ; il est calculé le jour où vous la regardez.',
      'Dans « Statistiques », les adhérents sont comptés par tranche d’âge, sans aucun nom. « Excel » télécharge les mêmes chiffres.',
    ],
    picture: { name: 'statistiques', shows: 'La page des statistiques de la structure' },
  },
  {
    requirements: ['ALERTES-18'],
    title: 'Importer une liste Excel ou CSV',
    steps: [
      'Ouvrez « Import » et choisissez votre fichier (.xlsx ou .csv, jusqu’à 20 000 lignes).',
      'Dites ce que contient chaque colonne : le choix est retenu pour la fois suivante.',
      'Vérifiez l’aperçu : nouvelles personnes, personnes déjà inscrites, lignes à corriger, groupes proposés.',
      'Validez. Une barre montre l’avancement ; vous pouvez quitter la page.',
    ],
    remarks: [
      'Les lignes refusées sont dans un classeur, avec la ligne et la raison. Le même fichier importé deux fois n’inscrit personne deux fois.',
      'Sans colonne pour l’accord, personne n’est supposé avoir accepté : ces adhérents ne reçoivent rien.',
    ],
    picture: { name: 'import', shows: 'La page d’import d’une liste' },
  },
  {
    requirements: ['ALERTES-12', 'ALERTES-22'],
    title: 'Chaque structure ne voit que ses groupes et ses adhérents',
    steps: [
      'Vous ne voyez que les adhérents, les groupes et les messages de votre structure ; personne d’une autre structure ne voit les vôtres.',
      'Une adresse copiée depuis une autre structure ouvre « Page introuvable », exactement comme une adresse qui n’existe pas.',
    ],
    picture: { name: 'introuvable', shows: 'La page « Page introuvable »' },
  },
  {
    requirements: ['ALERTES-13', 'ALERTES-24'],
    title: 'Revenir à l’accueil : le logo',
    steps: [
      'Sur chaque page, appuyez sur le logo « Centres sociaux connectés », en haut à gauche, pour revenir à l’accueil.',
    ],
    remarks: ['Au clavier : touche Tab jusqu’au logo, puis Entrée.'],
  },
];
