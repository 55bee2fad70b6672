import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { type ReactNode, useState } from 'react';
import type { CampaignBoard, CampaignKind } from '../../contracts/campaign-board.ts';
import type { SupervisionTabProps } from '../supervision/tabs.ts';
import { CampaignCard } from './campaign-card.tsx';
import { KindList } from './kind-list.tsx';
import { LaunchForm } from './launch-form.tsx';
import { OrderForm } from './order-form.tsx';
import { useCampaigns } from './use-campaigns.ts';

/** Campaigns of a programme: import, feasibility, launch, progress, stop. Supervisors act; the client reads. */
export default function CampaignsPanel({ programme }: SupervisionTabProps): ReactNode {
  const { board, failure, isLoading, refresh } = useCampaigns(programme.name);
  const [said, setSaid] = useState<string>();
  if (board === undefined) {
    if (failure !== undefined) return <Alert type="warning">{failure}</Alert>;
    return isLoading ? <Spinner size="large" /> : <Box>Ce programme n’appelle personne de lui-même.</Box>;
  }
  const done = (sentence: string) => {
    setSaid(sentence);
    refresh();
  };
  const maySupervise = programme.roles.includes('supervisor');
  const card = (campaign: CampaignBoard['campaigns'][number]) => (
    <CampaignCard
      key={campaign.id}
      programme={programme}
      timeZone={board.timeZone}
      campaign={campaign}
      kind={board.kinds.find(({ code }) => code === campaign.kind)}
      onDone={done}
    />
  );
  const inHand = board.campaigns.filter(({ state }) => state !== 'over');
  const over = board.campaigns.filter(({ state }) => state === 'over');
  return (
    <SpaceBetween size="l">
      {failure !== undefined && <Alert type="warning">{failure}</Alert>}
      {said !== undefined && (
        <Alert type="success" dismissible dismissAriaLabel="Masquer" onDismiss={() => setSaid(undefined)}>
          {said}
        </Alert>
      )}
      {inHand.length === 0 && (
        <Container header={<Header variant="h2">Aucune campagne en cours</Header>}>
          <Box color="text-body-secondary">{howItBegins(board.kinds)}</Box>
        </Container>
      )}
      {inHand.map(card)}
      {maySupervise && <Starts programme={programme} board={board} onDone={done} />}
      {over.map(card)}
      <Container
        header={
          <Header
            variant="h2"
            description="Tels qu’ils sont en vigueur ; les modifier est un changement de contenu, relu et daté."
          >
            Genres de campagnes
          </Header>
        }
      >
        <KindList kinds={board.kinds} />
      </Container>
    </SpaceBetween>
  );
}

function howItBegins(kinds: readonly CampaignKind[]): string {
  return kinds.some(({ start }) => start === 'order')
    ? 'Une campagne commence par une liste importée et validée, puis par une commande : un objet, des listes, une échéance.'
    : 'Une campagne commence quand le niveau du plan est déclaré : toutes les personnes du registre sont alors appelées.';
}

interface StartsProps extends SupervisionTabProps {
  readonly board: CampaignBoard;
  readonly onDone: (said: string) => void;
}

/** How a supervisor begins one: lists first, then a level or an order. */
function Starts({ programme, board, onDone }: StartsProps): ReactNode {
  const { name } = programme;
  const { timeZone, kinds, drillPeople, campaigns } = board;
  const ordered = kinds.filter(({ start }) => start === 'order');
  const lists = <Link href={`/listes/${name}`}>Listes : importer, vérifier, valider</Link>;
  return (
    <SpaceBetween size="l">
      {kinds.map((kind) => {
        const { crisis, code, label, triggerLevel = 1 } = kind;
        const isActive = campaigns.some(({ kind: of, drill, state }) => of === code && !drill && state === 'active');
        if (crisis === undefined || isActive) return undefined;
        return (
          <Container
            key={code}
            header={
              <Header
                variant="h2"
                actions={lists}
                description={`Dites combien de conseillers appelleront, lisez si la promesse est tenable, puis déclarez le niveau ${triggerLevel}.`}
              >
                Lancer : {label}
              </Header>
            }
          >
            <LaunchForm
              programme={name}
              timeZone={timeZone}
              kind={{ ...kind, crisis }}
              drillPeople={drillPeople}
              onDone={onDone}
            />
          </Container>
        );
      })}
      {ordered.length > 0 && (
        <Container
          header={
            <Header variant="h2" actions={lists} description="Pour des listes que le client envoie, avec une échéance.">
              Nouvelle commande d’appels
            </Header>
          }
        >
          <OrderForm programme={name} timeZone={timeZone} kinds={ordered} onDone={onDone} />
        </Container>
      )}
    </SpaceBetween>
  );
}
