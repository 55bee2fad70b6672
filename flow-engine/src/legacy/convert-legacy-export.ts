import type { Finding } from '../finding.ts';
import { isJsonObject, type JsonObject, type JsonValue, own, ownObject, ownString, recordFrom } from '../json/json.ts';
import { LegacyBlock } from './legacy-block.ts';
import { legacyBranches } from './legacy-branches.ts';
import { written } from './legacy-parameters.ts';
import { type LegacyRow, legacyRows } from './legacy-rows.ts';

type Problem = Omit<Finding, 'flow' | 'source'>;

/** Begins the type of an action that stands for a block nobody could convert. */
export const unconverted = 'legacy:';

const convertBlock = (block: LegacyBlock, [type, reading = '', ways = {}]: LegacyRow): JsonObject => {
  const parameters =
    typeof reading === 'string'
      ? recordFrom(
          reading.split(' ').map((pair) => {
            const [fresh = '', old = ''] = pair.split('=');
            return [fresh, block.text(old)] as const;
          }),
        )
      : reading(block);
  const transitions = legacyBranches(block, ways);
  block.doubtTheUnread();
  return { Identifier: block.id, Type: type, Parameters: written(parameters), Transitions: transitions };
};

/** Keeps the ways out, so that what lies behind is still seen; running it stops at an action of unknown type. */
const keepBlock = ({ id, kind, branches }: LegacyBlock): JsonObject => ({
  Identifier: id,
  Type: `${unconverted}${kind}`,
  Transitions: {
    Errors: branches.map((branch) => ({
      NextAction: ownString(branch, 'transition') ?? '',
      ErrorType: ownString(branch, 'condition') ?? '',
    })),
  },
});

/** An export of the console before 2021, `{modules, start, type, metadata}`, in the flow language. Each block without a certain equivalent is a problem that names why. */
export const convertLegacyExport = (
  legacy: JsonObject,
  modules: readonly JsonValue[],
): { document: JsonObject; problems: readonly Problem[] } => {
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
      value: row === undefined ? block.kind : [...new Set(block.doubts)].join('; '),
      accepted: 'a block whose equivalent in the flow language is certain',
      message: `not converted: ${row === undefined ? 'no equivalent of this block is certain' : 'the equivalent is certain only without this'}`,
    });
    return keepBlock(block);
  });
  const failed = problems.filter(({ code }) => code === 'legacy-block').length;
  const metadata = ownObject(legacy, 'metadata');
  problems.unshift({
    code: 'legacy-export',
    severity: 'warning',
    property: 'modules',
    accepted: 'the flow language: import the file in the console and export it again',
    message: `${actions.length - failed} of ${actions.length} blocks converted from the old console format, which CreateContactFlow does not accept`,
  });
  const document = {
    Version: '2019-10-30',
    StartAction: own(legacy, 'start') ?? '',
    Metadata: written({
      ...metadata,
      type: own(legacy, 'type') ?? own(metadata, 'type'),
      ActionMetadata: recordFrom(positions),
    }),
    Actions: actions,
  };
  return { document, problems };
};
