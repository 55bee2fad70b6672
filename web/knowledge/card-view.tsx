import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import type { CardAnswer } from '../../contracts/desk-knowledge.ts';
import { dayIn, dayOf } from './french-day.ts';
import { PlainText } from './plain-text.tsx';

interface Props {
  readonly card: CardAnswer;
  readonly timeZone: string;
  readonly onBack?: () => void;
  /** Below the list of documents. */
  readonly children?: ReactNode;
}

/** One card, to be read aloud as it is. */
export function CardView({ card, timeZone, onBack, children }: Props): ReactNode {
  const { title, answer, checklist, payments, version, publishedAt } = card;
  return (
    <SpaceBetween size="xs">
      {onBack && (
        <Button iconName="arrow-left" variant="inline-link" onClick={onBack}>
          Toutes les fiches
        </Button>
      )}
      <Header variant="h3">{title}</Header>
      <PlainText text={answer} />
      {payments !== undefined && (
        <Alert type="info">
          {payments.next === undefined
            ? 'Toutes les dates connues sont passées : ne donnez pas de date, mettez la question en attente.'
            : `Prochain versement : ${dayOf(payments.next.day)} (${payments.next.label}).`}
        </Alert>
      )}
      {checklist.length > 0 && (
        <>
          <Box variant="h4">Pièces à fournir</Box>
          <ul>
            {checklist.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </>
      )}
      {children}
      <Box color="text-body-secondary" fontSize="body-s">
        Version {version}, publiée le {dayIn(publishedAt, timeZone)}
      </Box>
    </SpaceBetween>
  );
}
