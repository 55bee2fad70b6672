import '@cloudscape-design/global-styles/index.css';
import { I18nProvider } from '@cloudscape-design/components/i18n';
import messages from '@cloudscape-design/components/i18n/messages/all.fr';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from './error-boundary.tsx';
import { IdleLock } from './idle-lock.tsx';
import { SessionGate } from './session-gate.tsx';
import { Shell } from './shell.tsx';

/** Shows a page of the app to whoever is signed in: in French, under the bar that says who they are, locked when nobody is there. */
export function startPage(title: string, content: ReactNode): void {
  const place = document.getElementById('page');
  if (place === null) {
    throw new Error('The page has no element with id "page"; web/*.html has one');
  }
  createRoot(place).render(
    <StrictMode>
      <I18nProvider locale="fr" messages={[messages]}>
        <ErrorBoundary>
          <SessionGate>
            <IdleLock>
              <Shell title={title}>{content}</Shell>
            </IdleLock>
          </SessionGate>
        </ErrorBoundary>
      </I18nProvider>
    </StrictMode>,
  );
}
