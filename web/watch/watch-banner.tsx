import Alert from '@cloudscape-design/components/alert';
import Link from '@cloudscape-design/components/link';
import type { ReactNode } from 'react';
import { figureText, watchWords } from '../../contracts/watch-words.ts';
import { hour } from '../supervision/french.ts';
import { useWatch } from './use-watch.ts';

interface WatchBannerProps {
  readonly programme: string;
  readonly timeZone: string;
  /** Shows the tab of alerts. */
  readonly onShow: () => void;
}

/** What goes wrong now, above everything (COMMON-44); said to whoever listens to the page as it comes. */
export function WatchBanner({ programme, timeZone, onShow }: WatchBannerProps): ReactNode {
  const lasting = (useWatch(programme)?.episodes ?? []).filter(({ endedAt }) => endedAt === undefined);
  return (
    <div role="status">
      {lasting.length > 0 && (
        <Alert
          type="warning"
          header={lasting.length === 1 ? '1 alerte en cours' : `${lasting.length} alertes en cours`}
        >
          <ul>
            {lasting.map(({ id, code, beganAt, value }) => (
              <li key={id}>
                {watchWords[code].title}, depuis {hour(beganAt, timeZone)} ({figureText(code, value)})
              </li>
            ))}
          </ul>
          <Link
            href="#alertes"
            onFollow={(event) => {
              event.preventDefault();
              onShow();
            }}
          >
            Voir les alertes
          </Link>
        </Alert>
      )}
    </div>
  );
}
