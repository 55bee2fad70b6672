import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { type ReactNode, useState } from 'react';
import type { CardAnswer } from '../../contracts/desk-knowledge.ts';
import type { DeskPanelProps } from '../desk/panels.tsx';
import { CardView } from './card-view.tsx';
import { noteOpened } from './note-opened.ts';
import { SendText } from './send-text.tsx';
import { useCards } from './use-cards.ts';

/** Shown before anything is typed. */
const mostShown = 12;

/** Approved answers, found as one types (SAMPS-12..21, COMMON-46): the search runs here. What is opened during a call is noted with it. */
export function CardsPanel({ programme, timeZone, contactId, scheme, numberKey }: DeskPanelProps): ReactNode {
  const loaded = useCards(programme, contactId);
  const [query, setQuery] = useState('');
  const [opened, setOpened] = useState<CardAnswer>();
  if (loaded === 'loading') {
    return <Spinner />;
  }
  if (loaded === 'none') {
    return <Box>Ce programme n’a pas de fiches.</Box>;
  }
  if ('fault' in loaded) {
    return <Alert type="warning">{loaded.fault}</Alert>;
  }
  if (opened !== undefined) {
    const { cardId, version, checklist } = opened;
    return (
      <CardView card={opened} timeZone={timeZone} onBack={() => setOpened(undefined)}>
        {contactId !== undefined && checklist.length > 0 && (
          <SendText
            key={`${contactId} ${cardId}@${version}`}
            {...{ programme, timeZone, contactId }}
            {...(numberKey !== undefined && { numberKey })}
            name={opened.title}
            subject={{ fiche: cardId, version }}
          />
        )}
      </CardView>
    );
  }
  const open = (card: CardAnswer) => {
    setOpened(card);
    if (contactId !== undefined) {
      noteOpened(programme, contactId, card);
    }
  };
  const found =
    query.trim() === ''
      ? loaded.cards.filter((card) => scheme === undefined || card.scheme === undefined || card.scheme === scheme)
      : loaded.index.search(query).flatMap((id) => loaded.byId.get(id) ?? []);
  const first = found[0];
  return (
    <SpaceBetween size="xs">
      <Input
        type="search"
        ariaLabel="Chercher dans les fiches"
        placeholder="Chercher : mot de passe, pièce jointe…"
        value={query}
        onChange={({ detail }) => setQuery(detail.value)}
        onKeyDown={({ detail }) => {
          if (detail.key === 'Enter' && first !== undefined) open(first);
        }}
      />
      {found.length === 0 && (
        <Box>Aucune fiche ne répond : mettez la question en attente, sans répondre de vous-même.</Box>
      )}
      {found.slice(0, mostShown).map((card) => (
        <div key={card.cardId}>
          <Button variant="inline-link" onClick={() => open(card)}>
            {card.title}
          </Button>
        </div>
      ))}
    </SpaceBetween>
  );
}
