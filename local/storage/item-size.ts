import { isJsonObject, type Json } from '../json.ts';
import type { Item } from './table-definition.ts';

/**
 * Size of an item in bytes as DynamoDB bills it (developer guide, "Item sizes and formats"): names and strings in UTF-8, a number
 * about one byte per two significant digits plus one, binary raw, null and boolean 1, lists and maps 3 plus 1 per element.
 */
export function itemSize(item: Item): number {
  let size = 0;
  for (const [name, value] of Object.entries(item)) size += Buffer.byteLength(name) + valueSize(value);
  return size;
}

function valueSize(value: Json): number {
  if (!isJsonObject(value)) return 0;
  const [[type, content] = ['', null]] = Object.entries(value);
  switch (type) {
    case 'S':
      return Buffer.byteLength(String(content));
    case 'N':
      return numberSize(String(content));
    case 'B':
      return Buffer.byteLength(String(content), 'base64');
    case 'SS':
    case 'NS':
    case 'BS':
      return elements(content).reduce((sum: number, one) => sum + valueSize({ [type.charAt(0)]: one }), 0);
    case 'L':
      return 3 + elements(content).reduce((sum: number, one) => sum + 1 + valueSize(one), 0);
    case 'M':
      return isJsonObject(content) ? 3 + Object.keys(content).length + itemSize(content) : 3;
    default:
      return 1;
  }
}

function elements(content: Json): readonly Json[] {
  return Array.isArray(content) ? content : [];
}

function numberSize(text: string): number {
  const [mantissa = ''] = text.toLowerCase().split('e');
  const digits = mantissa.replace(/[-+.]/g, '').replace(/^0+|0+$/g, '');
  return Math.ceil(digits.length / 2) + 1 + (text.startsWith('-') ? 1 : 0);
}
