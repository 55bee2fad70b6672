import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { ManualCallsAnswer } from '../../contracts/manual-calls.ts';
import { callApi } from '../api/api-client.ts';
import { ManualCallForm } from './manual-call-form.tsx';
import { moment } from './moments.ts';

interface Props {
  readonly programme: string;
  readonly timeZone: string;
  readonly isAvailable: boolean;
}

/** People are added to the list some minutes after their call at the soonest. */
const lookMs = 60_000;

/** Between two calls: who is to be called with another telephone, since ours does not reach them (design decision 18). Nothing while nobody is. */
export function ManualCallsPanel({ programme, timeZone, isAvailable }: Props): ReactNode {
  const [answer, setAnswer] = useState<ManualCallsAnswer>();
  const [fault, setFault] = useState<string>();
  const [asked, setAsked] = useState<string>();
  const path = `/api/${programme}/appels-a-composer` as const;
  const look = useCallback(
    () =>
      callApi('GET', path, undefined, { stay: true }).then(
        (given) => setAnswer(given as ManualCallsAnswer),
        // The list is no more than a help: what could not be read now is read a minute later.
        () => undefined,
      ),
    [path],
  );
  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), lookMs);
    return () => clearInterval(timer);
  }, [look]);
  if (answer === undefined || (answer.calls.length === 0 && fault === undefined)) {
    return null;
  }
  const take = async (numberKey: string) => {
    setAsked(numberKey);
    setFault(undefined);
    try {
      await callApi('POST', `${path}/${encodeURIComponent(numberKey)}/prendre`, {}, { stay: true });
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
    await look();
    setAsked(undefined);
  };
  const labelOf = (code: string) => answer.schemes.find((one) => one.code === code)?.label ?? code;
  const mine = answer.calls.find((call) => call.mine !== undefined);
  return (
    <Container
      header={
        <Header variant="h2" counter={`(${answer.calls.length})`}>
          Appels à composer
        </Header>
      }
    >
      <SpaceBetween size="s">
        {fault !== undefined && (
          <Alert type="warning" dismissible onDismiss={() => setFault(undefined)}>
            {fault}
          </Alert>
        )}
        {mine?.mine !== undefined ? (
          <ManualCallForm
            key={mine.mine.attemptId}
            lists={answer}
            call={mine}
            hand={mine.mine}
            timeZone={timeZone}
            path={`${path}/${encodeURIComponent(mine.numberKey)}/issue`}
            onDone={() => void look()}
          />
        ) : (
          <>
            <Box color="text-body-secondary">
              {isAvailable
                ? 'Choisissez d’abord un statut de pause : un appel pourrait sonner pendant que vous composez.'
                : 'Ces personnes se joignent avec un autre téléphone.'}
            </Box>
            {answer.calls.map(({ numberKey, scheme, since, calls, tries }) => (
              <SpaceBetween key={numberKey} size="xs" direction="horizontal" alignItems="center">
                <Button
                  ariaLabel={`Prendre : ${labelOf(scheme)}, depuis le ${moment(since, timeZone)}`}
                  disabled={isAvailable}
                  loading={asked === numberKey}
                  onClick={() => void take(numberKey)}
                >
                  Prendre
                </Button>
                <Box>
                  {labelOf(scheme)}, depuis le {moment(since, timeZone)}
                  {calls > 1 && ` (${calls} appels)`}
                  {tries > 0 && `, ${tries === 1 ? 'un essai' : `${tries} essais`}`}
                </Box>
              </SpaceBetween>
            ))}
          </>
        )}
      </SpaceBetween>
    </Container>
  );
}
