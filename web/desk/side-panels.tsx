import Container from '@cloudscape-design/components/container';
import Spinner from '@cloudscape-design/components/spinner';
import Tabs from '@cloudscape-design/components/tabs';
import { type ReactNode, Suspense } from 'react';
import { type DeskPanelProps, deskPanels } from './panels.tsx';

/** What helps to answer, beside the call: knowledge, places, appointments. */
export function SidePanels(props: DeskPanelProps): ReactNode {
  return (
    <Container>
      <Tabs
        ariaLabel="Aide à la réponse"
        tabs={deskPanels.map(({ id, title, component: Panel }) => ({
          id,
          label: title,
          content: (
            <Suspense fallback={<Spinner />}>
              <Panel {...props} />
            </Suspense>
          ),
        }))}
      />
    </Container>
  );
}
