import type { Role, SessionPage } from '../../contracts/session.ts';
import type { Programme } from '../../domain/programme/programme.ts';

type Offered = SessionPage & { readonly roles: readonly Role[] };

/** Pages beside the web app in which somebody of these roles finds something of the programme, in the order of a menu. */
export function pagesOf({ name, knowledge, outbound }: Programme, held: readonly Role[]): readonly SessionPage[] {
  const offered: readonly Offered[] = [
    {
      path: '/rapports',
      label: 'Rapports',
      about: 'Classeurs de chaque jour et de chaque semaine, aux mêmes adresses.',
      roles: ['supervisor', 'client'],
    },
    ...(knowledge === undefined
      ? []
      : ([
          {
            path: `/fiches/${name}`,
            label: 'Fiches et lieux',
            about:
              'Ce que les conseillers répondent : corriger une fiche, envoyer une grille, voir à qui une réponse a été dite.',
            roles: ['supervisor', 'client'],
          },
        ] as const)),
    ...(outbound?.campaignTypes.some(({ crisis }) => crisis !== undefined)
      ? ([
          {
            path: `/campagnes/${name}/previsions`,
            label: 'Prévisions des campagnes',
            about: 'Contacts utiles attendus à la fin de chaque cycle, avec leur fourchette.',
            roles: ['supervisor', 'client'],
          },
        ] as const)
      : []),
    ...(outbound?.questionnaires ?? []).map(
      ({ id, title }): Offered => ({
        path: `/questionnaires/${name}/${id}`,
        label: `Essayer « ${title} »`,
        about: 'Le questionnaire en vigueur, question par question ; rien n’est gardé.',
        roles: ['supervisor', 'client'],
      }),
    ),
    ...(outbound === undefined
      ? []
      : ([
          {
            path: `/listes/${name}`,
            label: 'Listes de personnes',
            about: 'Importer une liste, suivre son import, télécharger les erreurs et les corrections.',
            roles: ['supervisor'],
          },
        ] as const)),
  ];
  return offered.flatMap(({ roles, ...page }) => (roles.some((role) => held.includes(role)) ? [page] : []));
}
