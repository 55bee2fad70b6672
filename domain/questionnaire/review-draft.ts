import type { DraftDryRun } from '../../contracts/questionnaire-drafts.ts';
import { addDays } from '../calendar/local-time.ts';
import type { Content } from '../content/content.ts';
import type { ContentVersions } from '../content/content-versions.ts';
import type { Journal } from '../journal/journal.ts';
import { checkCells } from './check-cells.ts';
import { checkElements } from './check-elements.ts';
import { dryRun } from './dry-run.ts';
import type { Fault } from './fault.ts';
import { parseQuestionnaire } from './parse-questionnaire.ts';
import { pastAnswers } from './past-answers.ts';
import type { Questionnaire } from './questionnaire.ts';
import { validateQuestionnaire } from './validate-questionnaire.ts';

export interface DraftPorts {
  readonly content: Content;
  readonly versions: ContentVersions;
  readonly journal: Pick<Journal, 'read'>;
  /** Hash of a value, the same for the same content. */
  readonly hash: (value: unknown) => string;
}

export interface DraftScope {
  readonly programme: string;
  /** ISO instant. */
  readonly at: string;
  /** Version that the draft was made from: when another one is in force since, nothing is published. Absent = whatever is in force. */
  readonly basedOn?: string;
  /** Local days whose answers the draft is run on, both included. */
  readonly past?: { readonly from: string; readonly to: string };
  /** Put it in force from `at` when nothing is wrong. */
  readonly publish: boolean;
}

/** What its author is told of a draft (REFLEX-15). */
export type Review =
  | { readonly accepted: false; readonly faults: readonly Fault[] }
  | {
      readonly accepted: true;
      readonly version: string;
      readonly published: boolean;
      /** Present when days were named. */
      readonly dryRun?: DraftDryRun;
    };

/** Checks a draft, runs it on past answers, and publishes it: those who have begun with another version end with that one. */
export async function reviewDraft(json: unknown, scope: DraftScope, ports: DraftPorts): Promise<Review> {
  const { programme, at, past, publish } = scope;
  const read = parseQuestionnaire(json);
  if ('faults' in read) {
    return { accepted: false, faults: read.faults };
  }
  const rules = await ports.content.inForce(programme, 'referralRules', at);
  const missing = await checkElements(read, scope, ports.versions);
  const since = publish ? await publishedSince(read, scope, ports) : [];
  const faults = [...validateQuestionnaire(read), ...checkCells(read, rules), ...missing, ...since];
  if (faults.length > 0) {
    return { accepted: false, faults };
  }
  const run = past && dryRun(read, await answersOf(programme, past, read, ports.journal));
  if (publish) {
    await putInForce(programme, at, read, ports);
  }
  return { accepted: true, version: ports.hash(read), published: publish, ...(run && { dryRun: run }) };
}

/** What somebody else put in force meanwhile is not lost by mistake. */
async function publishedSince({ id }: Questionnaire, scope: DraftScope, ports: DraftPorts): Promise<readonly Fault[]> {
  const { programme, at, basedOn } = scope;
  const kept = (await ports.content.inForce(programme, 'questionnaires', at)).find((one) => one.id === id);
  if (basedOn === undefined || kept === undefined || ports.hash(kept) === basedOn) {
    return [];
  }
  const text =
    'Une autre version a été publiée depuis que vous avez ouvert celle-ci ; rechargez la page, et reportez-y vos corrections.';
  return [{ reason: 'superseded', place: 'basedOn', text }];
}

async function answersOf(
  programme: string,
  { from, to }: { readonly from: string; readonly to: string },
  { id }: Questionnaire,
  journal: DraftPorts['journal'],
) {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    days.push(day);
  }
  const entries = await Promise.all(days.map((day) => journal.read(programme, day)));
  return pastAnswers(entries.flat(), id);
}

async function putInForce(programme: string, at: string, draft: Questionnaire, ports: DraftPorts): Promise<void> {
  const kept = await ports.content.inForce(programme, 'questionnaires', at);
  const others = kept.filter(({ id }) => id !== draft.id);
  const value = [...others, draft];
  await ports.versions.add(programme, 'questionnaires', {
    validFrom: at,
    hash: ports.hash(value),
    origin: 'edit',
    value,
  });
}
