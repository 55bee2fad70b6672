import type { CallerTexts } from '../../domain/programme/programme.ts';

/** What handlers say to people: live content, filled by the domain. Plain text, one idea a sentence; nothing of anybody's health (ARS-52). */
export const texts: CallerTexts = {
  welcome: "Bonjour. Bienvenue au service de suivi de l'ARS Provence-Alpes-Côte d'Azur.",
  closedHours: 'Notre service est fermé en ce moment. Il est ouvert {hours}.',
  closedHoliday: 'Notre service est fermé : {label}. Il rouvre {opening}.',
  closedException: 'Notre service est fermé : {label}. Il rouvre {opening}.',
  beforePeriod: "Notre service n'est pas encore ouvert. Il ouvrira {opening}.",
  afterPeriod: 'Ce service téléphonique a pris fin. Merci de votre confiance.',
  webAddress: "En cas d'urgence vitale, appelez le 15.",
  callbackConfirmed: "C'est noté. Un conseiller vous rappellera.",
  callbackAlready: 'Votre demande de rappel est déjà notée. Un conseiller vous rappellera.',
  callbackImpossible: "Nous n'avons pas de numéro pour vous rappeler. Merci de nous appeler de nouveau plus tard.",
  waitFirst: 'Vous êtes la prochaine personne. Un conseiller va vous répondre.',
  waitUnknown: 'Tous nos conseillers sont en ligne. Merci de patienter.',
  waitPosition: "Vous êtes en position {position}. L'attente est d'environ {wait}.",
};

/** What flows say themselves through `{{text:<key>}}`: heard even when no function answers, so nothing in them is filled. */
export const flowTexts = {
  greeting: "Bonjour. Bienvenue au service de suivi de l'ARS Provence-Alpes-Côte d'Azur.",
  closedFallback:
    "Notre service est fermé en ce moment. Il est ouvert du lundi au samedi, de 9 heures à 19 heures. En cas d'urgence vitale, appelez le 15.",
  technicalOpen: 'Nous avons un problème technique. Nous vous mettons en relation avec un conseiller.',
  patience: 'Tous nos conseillers sont en ligne. Merci de patienter.',
  callbackGreeting: "Bonjour. Le service de suivi de l'ARS vous appelle.",
  noAgent:
    'Nous vous prions de nous excuser. Tous nos conseillers sont en ligne. Nous vous rappellerons un peu plus tard.',
  apology: 'Nous sommes désolés, un problème technique nous empêche de continuer.',
  callAgain: 'Merci de nous appeler de nouveau, du lundi au samedi, de 9 heures à 19 heures.',
  goodbye: "L'ARS vous remercie. Au revoir.",
} as const;
