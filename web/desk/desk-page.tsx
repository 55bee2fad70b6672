import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { ReactNode } from 'react';
import { useSession } from '../shell/session.ts';

/** The page of whoever takes calls. */
export function DeskPage(): ReactNode {
  const { displayName } = useSession();
  return <Container header={<Header variant="h1">Poste de conseil</Header>}>Bonjour {displayName}.</Container>;
}
