import Container from '@cloudscape-design/components/container';
import Spinner from '@cloudscape-design/components/spinner';
import Tabs from '@cloudscape-design/components/tabs';
import { type ReactNode, Suspense } from 'react';
import { type DeskPanelProps, deskPanels } from './panels.tsx';

/** What helps to answer, beside the call: knowledge, places, appointments. In training, only what changes nothing. */
export function SidePanels({ isTraining, ...props }: DeskPanelProps & { readonly isTraining: boolean }): ReactNode {
  const panels = deskPanels.filter(({ changesNothing = false }) => changesNothing || !isTraining);
  return (
    <Container>
      <Tabs
        ariaLabel="Aide à la réponse"
        tabs={panels.map(({ id, title, component: Panel }) => ({
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
