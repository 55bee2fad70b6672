import type { Finding } from '../finding.ts';
import { isJsonObject, type JsonObject, type JsonValue, own, ownObject, ownString, recordFrom } from '../json/json.ts';
import { LegacyBlock } from './legacy-block.ts';
import { written } from './legacy-parameters.ts';
import { type LegacyRow, legacyRows } from './legacy-rows.ts';

type Problem = Omit<Finding, 'flow' | 'source'>;

export interface ConvertedExport {
  /** A document of the flow language. */
  readonly document: JsonObject;
  readonly problems: readonly Problem[];
}

/** Begins the type of an action that stands for a block nobody could convert. */
export const unconverted = 'legacy:';

const convertBlock = (block: LegacyBlock, row: LegacyRow): JsonObject => {
  const { type, next = 'Success', errors = { NoMatchingError: 'Error' } } = row;
  const parameters = written(row.parameters?.(block) ?? {});
  const conditions = (row.tests?.(block) ?? []).map(
    ([operator, operand, to]): JsonObject => ({
      NextAction: to ?? '',
      Condition: { Operator: operator, Operands: [operand] },
    }),
  );
  const failures = Object.entries(errors).flatMap(([errorType, condition]): readonly JsonObject[] =>
    block.branches(condition).length === 0 ? [] : [{ NextAction: block.to(condition) ?? '', ErrorType: errorType }],
  );
  const follow = next === 'none' ? undefined : (block.to('Success') ?? block.to(next));
  const transitions = next === 'none' ? {} : written({ NextAction: follow, Errors: failures, Conditions: conditions });
  block.doubtTheRest();
  return { Identifier: block.id, Type: type, Parameters: parameters, Transitions: transitions };
};

/** Keeps the ways out, so that what lies behind is still seen; running it stops at an action of unknown type. */
const keepBlock = (block: LegacyBlock): JsonObject => ({
  Identifier: block.id,
  Type: `${unconverted}${block.kind}`,
  Parameters: {},
  Transitions: {
    Errors: block.allBranches.map((branch) => ({
      NextAction: ownString(branch, 'transition') ?? '',
      ErrorType: ownString(branch, 'condition') ?? '',
    })),
  },
});

/** An export of the console before 2021, `{modules, start, type, metadata}`, in the flow language. Each block without a certain equivalent is a problem that names why. */
export const convertLegacyExport = (legacy: JsonObject, modules: readonly JsonValue[]): ConvertedExport => {
  const problems: Problem[] = [];
  const positions: [string, JsonValue][] = [];
  const actions = modules.map((module): JsonValue => {
    if (!isJsonObject(module)) return module;
    const block = new LegacyBlock(module);
    positions.push([block.id, { position: own(ownObject(module, 'metadata'), 'position') ?? null }]);
    const row = legacyRows.get(block.kind);
    const converted = row === undefined ? undefined : convertBlock(block, row);
    const at = { action: block.id, property: block.kind };
    if (converted !== undefined && block.doubts.length === 0) {
      for (const remark of block.remarks)
        problems.push({ ...at, code: 'legacy-detail', severity: 'warning', message: `converted, but ${remark}` });
      return converted;
    }
    problems.push({
      ...at,
      code: 'legacy-block',
      severity: 'error',
      ...(converted === undefined ? {} : { value: [...new Set(block.doubts)].join('; ') }),
      accepted: 'a block whose equivalent in the flow language is certain',
      message: `not converted: ${converted === undefined ? 'no equivalent of this block is known for certain' : 'this block has a known equivalent, but not for all of it'}`,
    });
    return keepBlock(block);
  });
  const failed = problems.filter(({ code }) => code === 'legacy-block').length;
  const metadata = ownObject(legacy, 'metadata') ?? {};
  problems.unshift({
    code: 'legacy-export',
    severity: 'warning',
    property: 'modules',
    value: `${actions.length - failed} of ${actions.length} blocks converted`,
    accepted: 'the flow language: import the file in the console and export it again',
    message: 'converted from the old console format, which CreateContactFlow does not accept',
  });
  const document = {
    Version: '2019-10-30',
    StartAction: own(legacy, 'start') ?? '',
    Metadata: written({
      name: own(metadata, 'name'),
      description: own(metadata, 'description'),
      type: own(legacy, 'type') ?? own(metadata, 'type'),
      entryPointPosition: own(metadata, 'entryPointPosition'),
      ActionMetadata: recordFrom(positions),
    }),
    Actions: actions,
  };
  return { document, problems };
};
