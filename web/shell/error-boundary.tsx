import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import { Component, type ErrorInfo, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
}

/** A fault of a component leaves a sentence and a way back, in place of a blank page. */
export class ErrorBoundary extends Component<Props, { readonly error?: Error }> {
  override state: { readonly error?: Error } = {};

  static getDerivedStateFromError(error: unknown): { readonly error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (this.state.error === undefined) {
      return this.props.children;
    }
    return (
      <main>
        <Box padding="xxl">
          <Alert
            type="error"
            header="Cette page s’est arrêtée"
            action={<Button onClick={() => location.reload()}>Recharger la page</Button>}
          >
            Un appel en cours n’est pas coupé. Si cela se reproduit, signalez à votre responsable :{' '}
            {this.state.error.message}
          </Alert>
        </Box>
      </main>
    );
  }
}
