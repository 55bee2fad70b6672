import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useState } from 'react';
import { deskApi } from './desk-api.ts';
import { moment } from './moments.ts';
import type { PreviewedPerson } from './previewed-person.ts';

interface Props {
  readonly programme: string;
  readonly timeZone: string;
  readonly isAvailable: boolean;
}

const impairments: Readonly<Record<string, string>> = { hearing: 'entend mal', speech: 'parle difficilement' };

/** Between two calls: who is to be called next, read before their phone rings (REFLEX-12). */
export function PreviewPanel({ programme, timeZone, isAvailable }: Props): ReactNode {
  const [shown, setShown] = useState<PreviewedPerson>();
  const [said, setSaid] = useState<string>();
  const [isAsking, setAsking] = useState(false);
  const act = async (task: () => Promise<void>) => {
    setAsking(true);
    setSaid(undefined);
    try {
      await task();
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error));
    } finally {
      setAsking(false);
    }
  };
  const next = () =>
    act(async () => {
      const person = await deskApi.previewNext(programme);
      setShown(person);
      if (person === undefined) setSaid('Personne n’est à appeler maintenant.');
    });
  const call = ({ attemptId }: PreviewedPerson) =>
    act(async () => {
      await deskApi.previewCall(programme, attemptId);
      setShown(undefined);
      setSaid('L’appel part : votre téléphone va sonner.');
    });
  const skip = ({ attemptId }: PreviewedPerson, motive: string) =>
    act(async () => {
      await deskApi.previewSkip(programme, attemptId, motive);
      setShown(undefined);
    });
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            shown === undefined && (
              <Button loading={isAsking} disabled={!isAvailable} onClick={() => void next()}>
                Personne suivante
              </Button>
            )
          }
        >
          Appels à préparer
        </Header>
      }
    >
      <SpaceBetween size="s">
        {said !== undefined && <Alert type="info">{said}</Alert>}
        {shown === undefined ? (
          <Box color="text-body-secondary">
            {isAvailable
              ? 'Lisez qui vous allez appeler avant que son téléphone ne sonne.'
              : 'Passez disponible pour demander une personne.'}
          </Box>
        ) : (
          <>
            <Person shown={shown} timeZone={timeZone} />
            <SpaceBetween size="xs" direction="horizontal">
              <Button variant="primary" iconName="call" loading={isAsking} onClick={() => void call(shown)}>
                Appeler
              </Button>
              <ButtonDropdown
                items={Object.entries(shown.skipMotives).map(([id, text]) => ({ id, text }))}
                onItemClick={({ detail }) => void skip(shown, detail.id)}
              >
                Passer
              </ButtonDropdown>
            </SpaceBetween>
          </>
        )}
      </SpaceBetween>
    </Container>
  );
}

function Person({ shown, timeZone }: { readonly shown: PreviewedPerson; readonly timeZone: string }): ReactNode {
  const { person, attempts, promise, until } = shown;
  const remarks = [
    person?.birthDate,
    [person?.postcode, person?.city].filter(Boolean).join(' '),
    ...(person?.impairments ?? []).map((one) => impairments[one] ?? one),
    person?.livesAlone === true && 'vit seul(e)',
    person?.teleAlarm === true && 'a une téléalarme',
  ].filter(Boolean);
  return (
    <SpaceBetween size="xxs">
      <Box variant="h3">{person === undefined ? 'Fiche vide' : `${person.firstName} ${person.lastName}`}</Box>
      <Box>{remarks.join(' · ')}</Box>
      <Box color="text-body-secondary">
        À appeler avant le {moment(promise, timeZone)} ; vous est réservée jusqu’au {moment(until, timeZone)}.
      </Box>
      {attempts.map(({ n, startedAt, label }) => (
        <Box key={n}>
          {n === 0 ? 'Nous a rappelés' : `Tentative ${n}`}, {moment(startedAt, timeZone)} : {label}
        </Box>
      ))}
    </SpaceBetween>
  );
}
