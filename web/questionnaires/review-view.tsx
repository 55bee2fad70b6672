import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import type { DraftDryRun, DraftFault, DraftReview } from '../../contracts/questionnaire-drafts.ts';
import { count, percent } from '../supervision/french.ts';
import { listIn, textIn } from './tree.ts';

interface Props {
  readonly review: DraftReview;
  /** The definition that was reviewed. */
  readonly draft: unknown;
}

/** What the centre found: every fault with the answers that show it, or what the draft would have made of past answers. */
export function ReviewView({ review, draft }: Props): ReactNode {
  if (!review.accepted) {
    return (
      <Alert
        type="error"
        header={review.faults.length === 1 ? 'Un défaut à corriger' : `${review.faults.length} défauts à corriger`}
      >
        <ul>
          {review.faults.map((fault) => (
            <li key={`${fault.place} ${fault.text}`}>
              {fault.text}
              <Shown fault={fault} draft={draft} />
            </li>
          ))}
        </ul>
      </Alert>
    );
  }
  return (
    <SpaceBetween size="m">
      <Alert type="success" header="Rien à corriger">
        Toutes les questions se posent et se terminent, chaque score a son niveau, et aucune réponse plus grave ne
        baisse le niveau.
      </Alert>
      {review.dryRun !== undefined && <DryRunView dryRun={review.dryRun} draft={draft} />}
    </SpaceBetween>
  );
}

function Shown({ fault, draft }: { readonly fault: DraftFault; readonly draft: unknown }): ReactNode {
  const said = (path: DraftFault['path'] = []) =>
    path
      .map(({ question: id, answer: code }) => {
        const question = listIn(draft, 'questions').find((one) => textIn(one, 'id') === id);
        const answer = listIn(question, 'answers').find((one) => textIn(one, 'code') === code);
        return `${textIn(question, 'text') || id} ${textIn(answer, 'label') || code}`;
      })
      .join(' ; ');
  return (
    <>
      {fault.path !== undefined && <Box fontSize="body-s">Par exemple : {said(fault.path)}</Box>}
      {fault.worse !== undefined && <Box fontSize="body-s">et pourtant : {said(fault.worse)}</Box>}
    </>
  );
}

function DryRunView({ dryRun, draft }: { readonly dryRun: DraftDryRun; readonly draft: unknown }): ReactNode {
  const nameOf = (code: string) =>
    code === 'incomplete'
      ? 'Question de plus à poser'
      : textIn(
          listIn(draft, 'levels').find((level) => textIn(level, 'code') === code),
          'label',
        ) || code;
  const { people, changed, incomplete, moves } = dryRun;
  if (people === 0) {
    return <Alert type="info">Personne n’a répondu à ce questionnaire ces jours-là : il n’y a rien à comparer.</Alert>;
  }
  return (
    <Table
      header={
        <Box padding={{ bottom: 's' }}>
          Réponses passées : {count(people)}. Niveau différent : {count(changed)} ({percent(changed / people)}), dont
          question de plus à poser : {count(incomplete)}.
        </Box>
      }
      variant="borderless"
      items={moves}
      columnDefinitions={[
        { id: 'from', header: 'Niveau obtenu', cell: ({ from }) => nameOf(from), isRowHeader: true },
        { id: 'to', header: 'Avec ce brouillon', cell: ({ to }) => nameOf(to) },
        { id: 'people', header: 'Personnes', cell: ({ people: some }) => count(some) },
      ]}
    />
  );
}
