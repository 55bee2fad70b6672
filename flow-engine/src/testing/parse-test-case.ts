import type { Finding } from '../finding.ts';
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  own,
  ownArray,
  ownObject,
  ownString,
  recordFrom,
} from '../json/json.ts';
import { isDeeperThan } from '../json/nesting.ts';
import { shorten } from '../json/shorten.ts';
import { type Report, refused } from './parse-report.ts';
import { parseTestAction } from './parse-test-action.ts';
import type { Observation, TestAction, TestCase, TestEvent, Usage } from './test-case.ts';

export interface ParsedTestCase {
  /** Absent when the content cannot be run. */
  readonly testCase?: TestCase;
  readonly findings: readonly Finding[];
}

const source = 'devguide: testing-language';

/** Reads the content of a test case, alone or inside a CreateTestCase request. Both spellings are read where sources conflict. */
export const parseTestCase = (input: unknown, name = '(unnamed)'): ParsedTestCase => {
  const findings: Finding[] = [];
  const report: Report = (finding) => findings.push({ severity: 'error', source, ...finding, flow: name });
  const document = readJson(input, report);
  if (document === undefined) return { findings };
  const content = own(document, 'Content') ?? own(document, 'content');
  const test = content === undefined ? document : readJson(content, report);
  if (test === undefined) return { findings };
  const written = ownArray(test, 'Observations');
  if (written === undefined) {
    report({
      code: 'not-a-test-case',
      property: 'Observations',
      accepted: '{Version, Metadata, Observations}',
      message: 'the content has no list of Observations',
    });
    return { findings };
  }
  if (ownString(test, 'Version') !== '2019-10-30')
    report({
      code: 'wrong-version',
      property: 'Version',
      value: shorten(own(test, 'Version') ?? null),
      accepted: '2019-10-30',
      message: 'Version is refused by the service',
    });
  const observations = written.flatMap(
    (value, index) => parseObservation(value, `Observations[${index}]`, report) ?? [],
  );
  checkLinks(observations, report);
  const title = ownString(document, 'Name') ?? ownString(document, 'name') ?? name;
  const flowId = entryFlow(document);
  return {
    testCase: {
      name: title,
      ...(flowId === undefined ? {} : { flowId }),
      observations,
      attributes: initialAttributes(document, report),
    },
    findings,
  };
};

/** `EntryPoint` as the API has it, or `entryPoint: {flow}` as it is kept in files. */
const entryFlow = (document: JsonObject): string | undefined => {
  const entry = ownObject(document, 'EntryPoint') ?? ownObject(document, 'entryPoint');
  const parameters = ownObject(entry, 'VoiceCallEntryPointParameters') ?? ownObject(entry, 'ChatEntryPointParameters');
  return ownString(parameters, 'FlowId') ?? ownString(entry, 'flow');
};

const readJson = (input: unknown, report: Report): JsonObject | undefined => {
  try {
    const value: unknown = JSON.parse(
      typeof input === 'string' ? input.replace(/^\uFEFF/u, '') : (JSON.stringify(input) ?? 'null'),
    );
    if (isJsonObject(value) && !isDeeperThan(value, 100)) return value;
    report({
      code: 'not-a-test-case',
      value: shorten(input),
      accepted: '{Version, Metadata, Observations}',
      message: 'the content is not an object',
    });
  } catch (error) {
    report({
      code: 'invalid-json',
      message: `the content is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    });
  }
  return undefined;
};

const initialAttributes = (document: JsonObject, report: Report): Record<string, string> => {
  const data = own(document, 'InitializationData') ?? own(document, 'initializationData');
  const parsed = data === undefined || data === null ? {} : readJson(data, report);
  const attributes = ownObject(parsed, 'Attributes') ?? {};
  return recordFrom(
    Object.entries(attributes).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
};

const parseObservation = (value: JsonValue, at: string, report: Report): Observation | undefined => {
  const identifier = isJsonObject(value) ? ownString(value, 'Identifier') : undefined;
  if (!isJsonObject(value) || identifier === undefined || identifier === '')
    return refused(report, {
      code: 'malformed-observation',
      property: `${at}.Identifier`,
      accepted: 'a text',
      message: 'an observation needs an Identifier',
    });
  const event = parseEvent(ownObject(value, 'Event') ?? {}, `${at}.Event`, report);
  if (event === undefined) return undefined;
  return {
    identifier,
    event,
    usage: parseUsage(value, at, report),
    actions: orderedActions(ownArray(value, 'Actions') ?? [], at, report),
    next: (ownArray(ownObject(value, 'Transitions'), 'NextObservations') ?? []).filter(
      (next) => typeof next === 'string',
    ),
  };
};

const parseEvent = (event: JsonObject, at: string, report: Report): TestEvent | undefined => {
  const type = ownString(event, 'Type');
  const properties = ownObject(event, 'Properties') ?? {};
  switch (type) {
    case 'TestInitiated':
    case 'TestCompleted':
      return { type };
    case 'MessageReceived': {
      const nested = ownString(ownObject(properties, 'MatchingCriteria'), 'Type');
      const matching =
        nested ?? ownString(properties, 'MatchingCriteria') ?? ownString(event, 'MatchingCriteria') ?? 'Similarity';
      if (matching !== 'Inclusion' && matching !== 'Similarity')
        return refused(report, {
          code: 'invalid-matching',
          property: `${at}.Properties.MatchingCriteria.Type`,
          value: matching,
          accepted: 'Inclusion, Similarity',
          message: 'messages can be matched in two ways only',
        });
      const text = ownString(properties, 'Text') ?? ownString(properties, 'SSML');
      const promptId = ownString(properties, 'PromptId');
      if (!text && !promptId)
        return refused(report, {
          code: 'empty-message',
          property: `${at}.Properties`,
          accepted: 'Text, SSML or PromptId',
          message: 'At least one of PromptId, Text, or SSML must be present',
        });
      return { type, matching, ...(text ? { text } : {}), ...(promptId ? { promptId } : {}) };
    }
    case 'FlowActionStarted': {
      const actionType = ownString(properties, 'ActionType');
      if (actionType === undefined)
        return refused(report, {
          code: 'missing-property',
          property: `${at}.Properties.ActionType`,
          accepted: 'an action type',
          message: 'FlowActionStarted needs an ActionType',
        });
      return { type, actionType, parameters: ownObject(properties, 'ActionParameters') ?? {} };
    }
    default:
      return refused(report, {
        code: 'unknown-event',
        property: `${at}.Type`,
        value: shorten(type ?? null),
        accepted: 'TestInitiated, TestCompleted, MessageReceived, FlowActionStarted',
        message: 'the testing language has no such event',
      });
  }
};

const parseUsage = (observation: JsonObject, at: string, report: Report): Usage => {
  const once: Usage = { type: 'Exactly', times: 1 };
  const written = ownObject(observation, 'Usage');
  if (written === undefined) return once;
  const type = ownString(written, 'Type');
  const times = Number(own(written, 'Times') ?? Number.NaN);
  if (type === 'Always') return { type, times: 0 };
  if ((type === 'Exactly' || type === 'AtLeast' || type === 'AtMost') && Number.isInteger(times) && times >= 0)
    return { type, times };
  report({
    code: 'invalid-usage',
    property: `${at}.Usage`,
    value: shorten(written),
    accepted: 'Exactly, AtLeast or AtMost with Times; Always',
    message: 'Invalid usage type',
  });
  return once;
};

/** Actions follow their NextAction chain; without one they run in the order they are written. */
const orderedActions = (written: readonly JsonValue[], at: string, report: Report): readonly TestAction[] => {
  const entries = written.filter(isJsonObject);
  const byId = new Map(entries.map((entry) => [ownString(entry, 'Identifier') ?? '', entry]));
  const nextOf = (entry: JsonObject): string | undefined => ownString(ownObject(entry, 'Transitions'), 'NextAction');
  const targets = new Set(entries.map(nextOf));
  const ordered: JsonObject[] = [];
  const seen = new Set<JsonObject>();
  for (const head of [...entries.filter((entry) => !targets.has(ownString(entry, 'Identifier'))), ...entries])
    for (
      let entry: JsonObject | undefined = head;
      entry !== undefined && !seen.has(entry);
      entry = byId.get(nextOf(entry) ?? '')
    ) {
      seen.add(entry);
      ordered.push(entry);
    }
  return ordered.flatMap((entry) => parseTestAction(entry, `${at}.Actions`, report) ?? []);
};

const checkLinks = (observations: readonly Observation[], report: Report): void => {
  const known = new Set<string>();
  for (const { identifier } of observations) {
    if (known.has(identifier))
      report({
        code: 'duplicate-identifier',
        action: identifier,
        message: 'two observations have the same Identifier',
      });
    known.add(identifier);
  }
  for (const { identifier, next } of observations)
    for (const target of next)
      if (!known.has(target))
        report({
          code: 'unknown-observation',
          action: identifier,
          property: 'Transitions.NextObservations',
          value: target,
          message: 'there is no such observation',
        });
};
