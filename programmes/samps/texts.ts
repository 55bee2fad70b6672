import type { CallerTexts } from '../../domain/programme/programme.ts';

/**
 * What handlers say to callers: live content, filled by the domain. Plain text for speech synthesis, one idea a sentence, at most 15 s once
 * filled and joined with `webAddress` (SAMPS-43). `{hours}` « du lundi au vendredi, de 7 heures 30 à 16 heures », `{opening}` « lundi 7 juillet
 * à 7 heures 30 », `{label}` the name of the holiday, `{position}` a rank from 2, `{wait}` « 4 minutes ».
 */
export const texts: CallerTexts = {
  welcome: 'Bonjour. Bienvenue au service des aides sociales de la province Sud.',
  closedHours: 'Notre service est fermé en ce moment. Il est ouvert {hours}.',
  closedHoliday: 'Notre service est fermé : {label}. Il rouvre {opening}. Il est ouvert {hours}.',
  closedException: 'Notre service est fermé : {label}. Il rouvre {opening}. Il est ouvert {hours}.',
  beforePeriod: "Notre service n'est pas encore ouvert. Il ouvrira {opening}. Il sera ouvert {hours}.",
  afterPeriod: 'Ce service téléphonique a pris fin. Merci de votre confiance.',
  webAddress: 'Démarches en ligne : province tiret sud point n c.',
  callbackConfirmed: "C'est noté. Un conseiller vous rappellera.",
  callbackAlready: 'Votre demande de rappel est déjà notée. Un conseiller vous rappellera.',
  callbackImpossible: "Nous n'avons pas de numéro pour vous rappeler. Merci de nous appeler de nouveau plus tard.",
  waitFirst: 'Vous êtes la prochaine personne. Un conseiller va vous répondre.',
  waitUnknown: 'Tous nos conseillers sont en ligne. Merci de patienter.',
  waitPosition: "Vous êtes en position {position}. L'attente est d'environ {wait}.",
};

/**
 * What flows say themselves through `{{text:<key>}}`: heard even when no function answers, so nothing in them is filled and the hours are
 * those of `calendar.ts` (a test compares).
 */
export const flowTexts = {
  greeting: 'Bonjour. Bienvenue au service des aides sociales de la province Sud.',
  closedFallback:
    'Notre service est fermé en ce moment. Il est ouvert du lundi au vendredi, de 7 heures 30 à 16 heures. Démarches en ligne : province tiret sud point n c.',
  technicalOpen: 'Nous avons un problème technique. Nous vous mettons en relation avec un conseiller.',
  patience: 'Tous nos conseillers sont en ligne. Merci de patienter.',
  callbackGreeting: 'Bonjour. La province Sud, service des aides sociales, vous rappelle.',
  apology: 'Nous sommes désolés, un problème technique nous empêche de continuer.',
  callAgain: 'Merci de nous appeler de nouveau, du lundi au vendredi, de 7 heures 30 à 16 heures.',
  goodbye: 'La province Sud vous remercie de votre appel. Au revoir.',
} as const;
