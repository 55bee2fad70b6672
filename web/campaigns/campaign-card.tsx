import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useState } from 'react';
import type { BoardCampaign, CampaignKind } from '../../contracts/campaign-board.ts';
import type { SessionProgramme } from '../../contracts/session.ts';
import { CampaignFigures } from './campaign-figures.tsx';
import { CampaignHistory } from './campaign-history.tsx';
import { nameOf } from './campaign-words.ts';
import { LowerDialog } from './lower-dialog.tsx';
import { StopOrderDialog } from './stop-order-dialog.tsx';

interface CampaignCardProps {
  readonly programme: SessionProgramme;
  readonly timeZone: string;
  readonly campaign: BoardCampaign;
  /** As in force; absent when the programme has it no more. */
  readonly kind: CampaignKind | undefined;
  readonly onDone: (said: string) => void;
}

/** One campaign: where it stands, what was foreseen, who did what; and how it ends. The client reads. */
export function CampaignCard({ programme, timeZone, campaign, kind, onDone }: CampaignCardProps): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const { order, arming, state, stop } = campaign;
  const isEnding = state === 'stopping' && order === undefined && stop?.choice === 'finish-cycle';
  const mayStop = (state === 'active' || isEnding) && programme.roles.includes('supervisor');
  const close = () => setIsOpen(false);
  const done = (said: string) => {
    close();
    onDone(said);
  };
  const crisis = kind?.crisis;
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            mayStop && (order !== undefined || crisis !== undefined) ? (
              <Button onClick={() => setIsOpen(true)}>
                {order !== undefined || isEnding ? 'Arrêter…' : 'Abaisser le niveau…'}
              </Button>
            ) : undefined
          }
        >
          {nameOf(campaign)}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <CampaignFigures campaign={campaign} timeZone={timeZone} />
        {arming !== undefined && arming.lines.length > 0 && (
          <ExpandableSection
            headerText={`À son lancement : ${arming.verdict ?? 'sans prévision'}`}
            headingTagOverride="h3"
          >
            <ul>
              {[...arming.lines, ...(arming.change === undefined ? [] : [arming.change])].map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </ExpandableSection>
        )}
        <ExpandableSection headerText="Historique" headingTagOverride="h3">
          <CampaignHistory campaign={campaign} timeZone={timeZone} />
        </ExpandableSection>
        <SpaceBetween size="m" direction="horizontal">
          <Link href="/rapports">Rapports et classeurs</Link>
          {order === undefined && <Link href={`/campagnes/${programme.name}/previsions`}>Prévisions</Link>}
        </SpaceBetween>
      </SpaceBetween>
      {isOpen && order !== undefined && (
        <StopOrderDialog programme={programme.name} campaign={campaign} onDone={done} onClose={close} />
      )}
      {isOpen && order === undefined && kind !== undefined && crisis !== undefined && (
        <LowerDialog
          programme={programme.name}
          timeZone={timeZone}
          campaign={campaign}
          kind={{ ...kind, crisis }}
          onDone={done}
          onClose={close}
        />
      )}
    </Container>
  );
}
