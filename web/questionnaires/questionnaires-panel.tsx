import Alert from '@cloudscape-design/components/alert';
import Link from '@cloudscape-design/components/link';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { QuestionnairesAnswer } from '../../contracts/questionnaire-drafts.ts';
import type { SessionProgramme } from '../../contracts/session.ts';
import { readQuestionnaires } from './drafts-api.ts';
import { QuestionnaireEditor } from './questionnaire-editor.tsx';
import { textIn } from './tree.ts';

/** Questionnaires of a programme, corrected by their owner without a deployment (REFLEX-15). */
export default function QuestionnairesPanel({ programme }: { readonly programme: SessionProgramme }): ReactNode {
  const [known, setKnown] = useState<QuestionnairesAnswer>();
  const [failure, setFailure] = useState<string>();
  const [chosen, setChosen] = useState<string>();
  const [published, setPublished] = useState<string>();
  const load = useCallback(async () => {
    try {
      setKnown(await readQuestionnaires(programme.name));
      setFailure(undefined);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  }, [programme.name]);
  useEffect(() => void load(), [load]);
  if (known === undefined) {
    return failure === undefined ? <Spinner size="large" /> : <Alert type="warning">{failure}</Alert>;
  }
  const idOf = ({ definition }: (typeof known.questionnaires)[number]) => textIn(definition, 'id');
  const shown = known.questionnaires.find((one) => idOf(one) === chosen) ?? known.questionnaires[0];
  if (shown === undefined) {
    return <Alert type="info">Ce programme n’a pas de questionnaire.</Alert>;
  }
  const options = known.questionnaires.map((one) => ({ value: idOf(one), label: textIn(one.definition, 'title') }));
  return (
    <SpaceBetween size="l">
      {failure !== undefined && <Alert type="warning">{failure}</Alert>}
      {published !== undefined && (
        <Alert type="success" dismissible onDismiss={() => setPublished(undefined)}>
          « {published} » est publié : les prochains appels posent cette version ; ceux qui ont commencé finissent avec
          la leur.
        </Alert>
      )}
      {options.length > 1 && (
        <Select
          ariaLabel="Questionnaire"
          selectedOption={options.find(({ value }) => value === idOf(shown)) ?? null}
          options={options}
          onChange={({ detail }) => setChosen(detail.selectedOption.value)}
        />
      )}
      <Link
        href={`/questionnaires/${programme.name}/${encodeURIComponent(idOf(shown))}`}
        external
        externalIconAriaLabel="Ouvre un autre onglet"
      >
        Essayer la version en vigueur
      </Link>
      <QuestionnaireEditor
        key={`${idOf(shown)} ${shown.version}`}
        programme={programme.name}
        today={known.today}
        inForce={shown}
        onPublished={() => {
          setPublished(textIn(shown.definition, 'title'));
          void load();
        }}
      />
    </SpaceBetween>
  );
}
