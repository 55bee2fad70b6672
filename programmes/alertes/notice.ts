import type { Notice } from '../../domain/programme/notice.ts';

/** Notice of the application for family referents and administrators of centres: each section is held to its requirements by a test. */
export const notice: Notice = {
  title: 'Notice d’utilisation',
  introduction: [
    'Cette notice s’adresse aux référentes et référents familles, aux administrateurs des structures et aux administrateurs généraux. Chaque page fonctionne au clavier, sur ordinateur et sur téléphone.',
  ],
  sections: [],
};
