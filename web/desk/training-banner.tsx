import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import type { ReactNode } from 'react';
import type { TrainingAnswer } from '../../contracts/training.ts';
import type { TrainingResult } from './training-api.ts';

interface Props {
  readonly lists: TrainingAnswer;
  readonly last: TrainingResult | undefined;
}

/** Says on every screen of a training that nothing of it is real, and how the last call went. */
export function TrainingBanner({ lists, last }: Props): ReactNode {
  const motive = lists.motives.find(({ code }) => code === last?.call.motive)?.label;
  const isRight = last !== undefined && last.motive === last.call.motive;
  return (
    <div className="desk-training">
      <Alert
        type={last === undefined ? 'info' : isRight ? 'success' : 'warning'}
        header="Entraînement : ces personnes sont inventées, rien n’est enregistré"
        action={<Button href="/poste">Quitter l’entraînement</Button>}
      >
        {last === undefined ? (
          'Passez disponible : un appel sonne quelques secondes plus tard.'
        ) : (
          <>
            <Box>{isRight ? 'Bon motif.' : `Motif attendu : ${motive ?? last.call.motive}.`}</Box>
            <Box>{last.call.advice}</Box>
          </>
        )}
      </Alert>
    </div>
  );
}
