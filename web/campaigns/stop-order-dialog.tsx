import type { ReactNode } from 'react';
import type { BoardCampaign } from '../../contracts/campaign-board.ts';
import { nameOf, plural } from './campaign-words.ts';
import { stopOrder } from './campaigns-api.ts';
import { Confirmation } from './confirmation.tsx';
import { useSending } from './use-sending.ts';

interface StopOrderDialogProps {
  readonly programme: string;
  readonly campaign: BoardCampaign;
  /** French: what was done. */
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

/** An order of calls is taken back (SAMPS-32). */
export function StopOrderDialog({ programme, campaign, onDone, onClose }: StopOrderDialogProps): ReactNode {
  const sending = useSending();
  const left = campaign.progress?.remaining ?? 0;
  return (
    <Confirmation
      title={`Arrêter : ${nameOf(campaign)}`}
      action="Arrêter la commande"
      sending={sending}
      onConfirm={() =>
        sending.send(async () => {
          const result = await stopOrder(programme, campaign.id);
          onDone(
            result === 'stopped'
              ? `« ${nameOf(campaign)} » est arrêtée : plus personne n’est appelé pour elle.`
              : `« ${nameOf(campaign)} » était déjà arrêtée : rien n’est fait deux fois.`,
          );
        })
      }
      onClose={onClose}
    >
      <div>
        Plus aucun appel ne part pour cette commande ; ceux en cours se terminent.{' '}
        {plural(
          left,
          'personne n’est pas encore jointe et ne le sera plus',
          'personnes ne sont pas encore jointes et ne le seront plus',
        )}
        . La même commande peut être passée de nouveau ; elle recommence alors avec tout le monde.
      </div>
      <div>Votre nom et l’heure restent dans le journal.</div>
    </Confirmation>
  );
}
