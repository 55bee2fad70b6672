import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { hour } from '../supervision/french.ts';
import { CampaignFigures } from './campaign-figures.tsx';
import { nameOf } from './campaign-words.ts';
import { ReferralTable } from './referral-table.tsx';
import { useCampaigns } from './use-campaigns.ts';

/** Of the wallboard (COMMON-44): campaigns in hand against the pace they need, and referrals that nobody has taken. Nothing where nobody is called. */
export function CampaignsSection({ programme }: { readonly programme: string }): ReactNode {
  const { board, failure } = useCampaigns(programme);
  if (board === undefined) {
    return failure === undefined ? undefined : <Alert type="warning">{failure}</Alert>;
  }
  const { timeZone, at } = board;
  return (
    <SpaceBetween size="l">
      {failure !== undefined && (
        <Alert type="warning" header={`Campagnes de ${hour(at, timeZone)}`}>
          {failure}
        </Alert>
      )}
      {board.campaigns
        .filter(({ state }) => state !== 'over')
        .map((campaign) => (
          <Container
            key={campaign.id}
            header={
              <Header
                variant="h2"
                description={`${campaign.order === undefined ? 'Campagne' : campaign.label}, à ${hour(at, timeZone)}`}
              >
                {nameOf(campaign)}
              </Header>
            }
          >
            <CampaignFigures campaign={campaign} timeZone={timeZone} />
          </Container>
        ))}
      {board.cells.length > 0 && <ReferralTable board={board} />}
    </SpaceBetween>
  );
}
