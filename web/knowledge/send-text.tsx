import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { type ReactNode, useEffect, useState } from 'react';
import type { DeskTextAnswer, DeskTextSent } from '../../contracts/desk-text.ts';
import { callApi } from '../api/api-client.ts';

interface Props {
  readonly programme: string;
  readonly contactId: string;
  readonly numberKey?: string;
  readonly timeZone: string;
  /** How it is called: there may be many beside each other. */
  readonly name: string;
  /** What is sent: `{ fiche, version }` or `{ lieu }`. */
  readonly subject: { readonly fiche: string; readonly version: number } | { readonly lieu: string };
}

/** Often enough to say « c’est arrivé » to somebody who waits on the line. */
const lookMs = 10_000;
const numbers: Readonly<Record<Exclude<DeskTextAnswer['number'], 'mobile'>, string>> = {
  landline: 'Le numéro de l’appel n’est pas un mobile.',
  'no-sender': 'Aucun SMS ne part vers le pays du numéro de l’appel.',
  none: 'Le numéro de l’appel est masqué.',
};

/** A button by which the person on the line gets what is shown by SMS (SAMPS-13, SAMPS-22). */
export function SendText(props: Props): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return isOpen ? (
    <TextForm {...props} onClose={() => setOpen(false)} />
  ) : (
    <Button
      iconName="send"
      variant="inline-link"
      ariaLabel={`Envoyer par SMS : ${props.name}`}
      onClick={() => setOpen(true)}
    >
      Envoyer par SMS
    </Button>
  );
}

function TextForm(props: Props & { readonly onClose: () => void }): ReactNode {
  const { programme, contactId, numberKey, subject, timeZone, onClose } = props;
  const path = `/api/${programme}/contacts/${encodeURIComponent(contactId)}/sms` as const;
  const [phone, setPhone] = useState('');
  const [agreed, setAgreed] = useState(false);
  const [sent, setSent] = useState<DeskTextSent | 'sending'>();
  const [sendFault, setSendFault] = useState<string>();
  const messageId = typeof sent === 'object' ? sent.messageId : undefined;
  const { shown, fault } = useText(path, subject, numberKey, messageId);
  if (shown === undefined) {
    return fault === undefined ? <Spinner /> : <Alert type="warning">{fault}</Alert>;
  }
  const send = () => {
    setSent('sending');
    setSendFault(undefined);
    const number = phone.trim() === '' ? { numberKey } : { phone };
    callApi('POST', path, { ...subject, ...number, agreed }, { stay: true }).then(
      (answer) => setSent(answer as DeskTextSent),
      (error: unknown) => {
        setSent(undefined);
        setSendFault(error instanceof Error ? error.message : String(error));
      },
    );
  };
  const { text, parts, dollars, sender, number, outcome } = shown;
  const hasNumber = number === 'mobile' || phone.trim() !== '';
  return (
    <section className="send-text" aria-label="Envoyer par SMS">
      <SpaceBetween size="s">
        <Box variant="awsui-key-label">SMS de « {sender} »</Box>
        <div className="send-text-words">{text}</div>
        <Box color="text-body-secondary" fontSize="body-s">
          {parts === 1 ? '1 SMS' : `${parts} SMS`}
          {dollars !== undefined && `, ${dollars.toLocaleString('fr-FR', { maximumFractionDigits: 2 })} $ US`}
        </Box>
        {shown.fault !== undefined && <Alert type="warning">{shown.fault}</Alert>}
        {typeof sent === 'object' && (
          <div role="status">
            <StatusIndicator type={indicators[outcome?.state ?? 'planned']}>
              {outcome === undefined || outcome.state === 'planned' ? leaving(sent.leavesAt, timeZone) : outcome.words}
            </StatusIndicator>
          </div>
        )}
        {shown.fault === undefined && typeof sent !== 'object' && (
          <>
            <FormField
              label={number === 'mobile' ? 'Mobile, si ce n’est pas celui de l’appel' : 'Numéro de mobile'}
              {...(number !== 'mobile' && { description: `${numbers[number]} Demandez un numéro de mobile.` })}
            >
              <Input
                value={phone}
                autoComplete={false}
                inputMode="tel"
                onChange={({ detail }) => setPhone(detail.value)}
              />
            </FormField>
            <Checkbox checked={agreed} onChange={({ detail }) => setAgreed(detail.checked)}>
              La personne accepte les SMS de ce service (demandez-le-lui)
            </Checkbox>
            {sendFault !== undefined && <Alert type="warning">{sendFault}</Alert>}
            <SpaceBetween size="xs" direction="horizontal">
              <Button
                variant="primary"
                loading={sent === 'sending'}
                disabled={!agreed || !hasNumber || sent === 'sending'}
                onClick={send}
              >
                Envoyer
              </Button>
              <Button variant="link" onClick={onClose}>
                Annuler
              </Button>
            </SpaceBetween>
          </>
        )}
      </SpaceBetween>
    </section>
  );
}

const indicators = {
  planned: 'pending',
  sending: 'in-progress',
  sent: 'in-progress',
  undetermined: 'warning',
  delivered: 'success',
  failed: 'error',
  dropped: 'error',
} as const;

function leaving(at: string, timeZone: string): string {
  const when = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', hour: '2-digit', minute: '2-digit', timeZone });
  return `Demandé : part dans les cinq minutes qui suivent ${when.format(new Date(at))}`;
}

/** What is to be sent, and then what becomes of it, until nothing more can. */
function useText(path: `/api/${string}`, subject: Props['subject'], numberKey?: string, messageId?: string) {
  const [shown, setShown] = useState<DeskTextAnswer>();
  const [fault, setFault] = useState<string>();
  const isFinal = shown?.outcome?.final === true;
  const query = new URLSearchParams([
    ...Object.entries(subject).map(([name, value]): [string, string] => [name, String(value)]),
    ...(numberKey === undefined ? [] : [['numero', numberKey]]),
    ...(messageId === undefined ? [] : [['message', messageId]]),
  ]).toString();
  useEffect(() => {
    if (isFinal) return;
    let isGone = false;
    const look = () => {
      callApi('GET', `${path}?${query}`, undefined, { stay: true }).then(
        (answer) => {
          if (!isGone) setShown(answer as DeskTextAnswer);
        },
        (error: unknown) => {
          if (!isGone) setFault(error instanceof Error ? error.message : String(error));
        },
      );
    };
    look();
    const timer = query.includes('message=') ? setInterval(look, lookMs) : undefined;
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [path, query, isFinal]);
  return { shown, fault };
}
