export interface MessageParts {
  readonly encoding: 'GSM' | 'Unicode';
  readonly parts: number;
}

const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extended = '\f^{}\\[~]|€';
const widths = new Map([...[...basic].map((c) => [c, 1] as const), ...[...extended].map((c) => [c, 2] as const)]);

/**
 * Encoding and parts of a text (End User Messaging: sms-limitations-characters): GSM-7 160 alone or 153 a part, else UCS-2 70 or 67. A
 * character of two units is never cut in two.
 */
export function messageParts(text: string): MessageParts {
  const gsm: number[] = [];
  for (const character of text) {
    const width = widths.get(character);
    if (width === undefined) {
      const units = [...text].map((each) => each.length);
      return { encoding: 'Unicode', parts: packed(units, 70, 67) };
    }
    gsm.push(width);
  }
  return { encoding: 'GSM', parts: packed(gsm, 160, 153) };
}

function packed(units: readonly number[], alone: number, inPart: number): number {
  const total = units.reduce((sum, width) => sum + width, 0);
  if (total <= alone) return 1;
  let parts = 1;
  let used = 0;
  for (const width of units) {
    if (used + width > inPart) {
      parts += 1;
      used = 0;
    }
    used += width;
  }
  return parts;
}
