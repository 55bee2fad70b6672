import type { Notice } from '../../domain/programme/notice.ts';
import { memberSections } from './notice-members.ts';
import { messageSections } from './notice-messages.ts';

/** Notice of the application for family referents and administrators of centres: each section is held to its requirements by a test. */
export const notice: Notice = {
  title: 'Notice d’utilisation',
  introduction: [
    'Cette notice s’adresse aux référentes et référents familles, aux administrateurs des structures et aux administrateurs généraux. Chaque page fonctionne au clavier, sur ordinateur et sur téléphone ; une page pèse moins de 100 ko, images de cette notice non comprises.',
    'En cinq minutes : inscrivez un adhérent (section 1), mettez-le dans un groupe (section 2), programmez un message (section 10).',
  ],
  sections: [...memberSections, ...messageSections],
};
