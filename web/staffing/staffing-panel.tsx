import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { type ReactNode, useEffect, useState } from 'react';
import type { StaffingAnswer } from '../../contracts/staffing.ts';
import type { SupervisionTabProps } from '../supervision/tabs.ts';
import { readStaffing, type StaffingFields } from './read-staffing.ts';
import { StaffingForm } from './staffing-form.tsx';
import { StaffingTable } from './staffing-table.tsx';
import './staffing.css';

/** While somebody types, each figure is not asked for. */
const settleMs = 400;

/** Agents that each half-hour of a day needs (SAMPS-42). */
export default function StaffingPanel({ programme }: SupervisionTabProps): ReactNode {
  const { name } = programme;
  const [fields, setFields] = useState<StaffingFields>(() => ({
    // The centre's own today.
    day: '',
    calls: '',
    handling: '',
    share: '',
    model: 'answer-rate',
    patience: '',
    delay: '',
    away: '',
  }));
  const [table, setTable] = useState<StaffingAnswer>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    const asking = new AbortController();
    const ask = () =>
      readStaffing(name, fields, asking.signal).then(
        (answer) => {
          setTable(answer);
          setFailure(undefined);
        },
        (error: unknown) => {
          if (!asking.signal.aborted) setFailure(error instanceof Error ? error.message : String(error));
        },
      );
    const timer = setTimeout(() => void ask(), settleMs);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [name, fields]);
  return (
    <SpaceBetween size="l">
      <div className="staffing-form">
        <StaffingForm fields={fields} known={knownOf(table)} onChange={setFields} />
      </div>
      {failure !== undefined && <Alert type="warning">{failure}</Alert>}
      {table === undefined ? (
        failure === undefined && <Spinner size="large" />
      ) : (
        <StaffingTable table={table} title={programme.title} />
      )}
    </SpaceBetween>
  );
}

/** Shown where nothing is typed. */
function knownOf(table: StaffingAnswer | undefined): Readonly<Partial<Record<keyof StaffingFields, string>>> {
  if (table === undefined) return {};
  const { calls, handlingSeconds, target, shrinkage } = table;
  const figure = (value: number) => String(Math.round(value * 10) / 10).replace('.', ',');
  return {
    day: table.day,
    ...(calls === undefined ? {} : { calls: figure(calls) }),
    handling: figure(handlingSeconds),
    share: figure(target.share * 100),
    ...(target.type === 'answer-rate'
      ? { patience: figure(target.patienceSeconds) }
      : { delay: figure(target.seconds) }),
    away: figure(shrinkage * 100),
  };
}
