import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import type { SessionProgramme } from '../../contracts/session.ts';

/** Where the rest of the programme is: reports, cards, lists. */
export default function DocumentsPanel({ programme }: { readonly programme: SessionProgramme }): ReactNode {
  return (
    <SpaceBetween size="m">
      {(programme.pages ?? []).map(({ path, label, about }) => (
        <Container
          key={path}
          header={
            <Header variant="h2" description={about}>
              <Link href={path} fontSize="inherit">
                {label}
              </Link>
            </Header>
          }
        />
      ))}
    </SpaceBetween>
  );
}
