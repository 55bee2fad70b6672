import Box from '@cloudscape-design/components/box';
import TopNavigation from '@cloudscape-design/components/top-navigation';
import { type ReactNode, useEffect, useRef } from 'react';
import { webPages } from '../../contracts/web-pages.ts';
import { roleLabels } from './role-labels.ts';
import { useSession } from './session.ts';
import './shell.css';

/** The bar of every page: where one is, who one is, the other pages, the way out. `title`: of the page, in French. */
export function Shell({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  const session = useSession();
  const wayOut = useRef<HTMLFormElement>(null);
  useEffect(() => {
    document.title = `${title} – Permanence`;
  }, [title]);
  const held = new Set<string>(session.programmes.flatMap(({ roles }) => roles));
  const pages = Object.values(webPages).filter(({ roles }) => roles.some((role) => held.has(role)));
  return (
    <>
      <a className="skip" href="#contenu">
        Aller au contenu
      </a>
      <div className="bar">
        <TopNavigation
          identity={{ href: '/', title: 'Permanence' }}
          utilities={[
            ...pages.map(({ path, label }) => ({ type: 'button' as const, text: label, href: path })),
            {
              type: 'menu-dropdown',
              text: session.displayName,
              description: session.programmes
                .map(({ title: name, roles }) => `${name} : ${roleLabels(roles)}`)
                .join('\n'),
              iconName: 'user-profile',
              items: [{ id: 'leave', text: 'Se déconnecter' }],
              onItemClick: () => wayOut.current?.submit(),
            },
          ]}
        />
        <form ref={wayOut} method="post" action="/deconnexion" hidden />
      </div>
      <main id="contenu" tabIndex={-1}>
        <Box padding={{ horizontal: 'l', vertical: 'm' }}>{children}</Box>
      </main>
    </>
  );
}
