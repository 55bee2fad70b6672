import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { inFrench } from './in-french.ts';
import type { Sending } from './use-sending.ts';

interface ConfirmationProps {
  readonly title: string;
  /** What the button does, as a verb: « Déclarer le niveau 3 ». */
  readonly action: string;
  readonly sending: Sending;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  /** Consequences, and what is still to be chosen. */
  readonly children: ReactNode;
}

/** Before something that many people will feel: what it does is said, then it is done or not. */
export function Confirmation({ title, action, sending, onConfirm, onClose, children }: ConfirmationProps): ReactNode {
  const { isSending, failure } = sending;
  return (
    <Modal
      visible
      header={title}
      closeAriaLabel="Fermer sans rien faire"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose} disabled={isSending}>
              Ne rien faire
            </Button>
            <Button variant="primary" onClick={onConfirm} loading={isSending} loadingText="Envoi">
              {action}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {children}
        {failure !== undefined && (
          <Alert type="error" header="Rien n’a été fait">
            {inFrench(failure)}
          </Alert>
        )}
      </SpaceBetween>
    </Modal>
  );
}
