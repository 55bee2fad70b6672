import type { SettingCode } from '../../contracts/settings.ts';

/** French names of what settings hold. */
export const textLabels: Readonly<Record<string, string>> = {
  welcome: 'Accueil',
  closedHours: 'Fermé, hors horaires',
  closedHoliday: 'Fermé, jour férié',
  closedException: 'Fermé, jour exceptionnel',
  beforePeriod: 'Avant l’ouverture du service',
  afterPeriod: 'Après la fin du service',
  webAddress: 'Adresse du site, dite après les messages de fermeture',
  callbackConfirmed: 'Rappel noté',
  callbackAlready: 'Rappel déjà noté',
  callbackImpossible: 'Rappel impossible',
  waitFirst: 'Attente, prochaine personne',
  waitUnknown: 'Attente, rang inconnu',
  waitPosition: 'Attente, rang et durée',
};

export const textPlaces: Readonly<Record<string, string>> = {
  closedHours: 'Peut contenir {hours} et {opening}.',
  closedHoliday: 'Peut contenir {label}, {opening} et {hours}.',
  closedException: 'Peut contenir {label}, {opening} et {hours}.',
  beforePeriod: 'Peut contenir {opening} et {hours}.',
  waitPosition: 'Peut contenir {position} et {wait}.',
};

export const weekdayLabels: Readonly<Record<string, string>> = {
  '1': 'Lundi',
  '2': 'Mardi',
  '3': 'Mercredi',
  '4': 'Jeudi',
  '5': 'Vendredi',
  '6': 'Samedi',
  '7': 'Dimanche',
};

export const settingNotes: Readonly<Record<SettingCode, string>> = {
  texts: 'Lus par la voix de synthèse : une idée par phrase, quinze secondes au plus.',
  motives: 'On peut en ajouter et les renommer ; aucun ne disparaît, car des appels les portent.',
  objectives: 'Part des appels présentés qui doivent être décrochés, ou rappelés et joints.',
  callbackPolicy: 'Pour chaque appel sans réponse aux heures d’ouverture.',
  hours: 'À partir d’un jour à venir ; les jours passés ne changent pas.',
  contacts:
    'Prévenus des rapports et des alertes ; deux au moins, un de chaque partie. Une adresse nouvelle reçoit d’abord un courriel à confirmer.',
  watchRules: 'Ce qui est surveillé, à partir de quel seuil et pendant combien de temps, et qui en est prévenu.',
  exceptions: 'Jours à venir, fermés ou à d’autres heures ; ils l’emportent sur la semaine et les jours fériés.',
};
