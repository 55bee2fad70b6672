import type { OwnTexts } from './message-ports.ts';
import type { MessageTemplate } from './message-template.ts';

/** The templates of the programme, and those that only these codes name: asked for once, and only where the programme has none of the code. */
export async function withOwnTexts(
  templates: readonly MessageTemplate[],
  codes: readonly string[],
  programme: string,
  ownTexts: OwnTexts | undefined,
): Promise<readonly MessageTemplate[]> {
  const missing = [...new Set(codes)].filter((code) => !templates.some((one) => one.code === code));
  return ownTexts === undefined || missing.length === 0
    ? templates
    : [...templates, ...(await ownTexts(programme, missing))];
}
