import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { type ReactNode, useEffect, useState } from 'react';
import { deskApi } from './desk-api.ts';
import type { ScriptView } from './script-view.ts';

interface Props {
  readonly programme: string;
  readonly attemptId: string;
  readonly onOutcomes: (outcomes: NonNullable<ScriptView['outcomes']>) => void;
}

/** What to say on a call about files: who is there first, and only then what the files lack (SAMPS-31, SAMPS-34). */
export function ScriptPanel({ programme, attemptId, onOutcomes }: Props): ReactNode {
  const [script, setScript] = useState<ScriptView>();
  const [fault, setFault] = useState<string>();
  const read = (ask: Promise<ScriptView>) =>
    ask.then(
      (answer) => {
        setScript(answer);
        setFault(undefined);
        if (answer.outcomes !== undefined) onOutcomes(answer.outcomes);
      },
      (error: unknown) => setFault(error instanceof Error ? error.message : String(error)),
    );
  // biome-ignore lint/correctness/useExhaustiveDependencies: one script a call
  useEffect(() => {
    void read(deskApi.script(programme, attemptId));
  }, [programme, attemptId]);
  return (
    <Container header={<Header variant="h2">{script?.title ?? 'Script de l’appel'}</Header>}>
      <SpaceBetween size="s">
        {fault !== undefined && <Alert type="warning">{fault}</Alert>}
        {script === undefined && fault === undefined && <Spinner />}
        {script !== undefined && (
          <>
            <Box fontSize="heading-m">{script.identity.text}</Box>
            <KeyValuePairs columns={3} items={script.identity.checks} />
            <Checkbox
              checked={script.files !== undefined}
              disabled={script.files !== undefined}
              onChange={() => void read(deskApi.verified(programme, attemptId))}
            >
              {script.identity.tick}
            </Checkbox>
            {script.files?.map(({ scheme, text, missingDocuments }) => (
              <Alert key={`${scheme} ${text}`} type="info" header={scheme}>
                {text}
                {missingDocuments.length > 0 && <Box>Pièces manquantes : {missingDocuments.join(', ')}</Box>}
              </Alert>
            ))}
            {script.points !== undefined && (
              <ol className="desk-points">
                {script.points.map(({ code, text }) => (
                  <li key={code}>{text}</li>
                ))}
              </ol>
            )}
          </>
        )}
      </SpaceBetween>
    </Container>
  );
}
