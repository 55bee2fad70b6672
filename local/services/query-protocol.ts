import type { Json } from '../json.ts';
import { isJsonObject } from '../json.ts';
import { ServiceError } from '../service-error.ts';
import { writeXml, type XmlContent } from '../storage/xml.ts';
import type { Protocol } from './protocol.ts';

const headers = { 'content-type': 'text/xml' };
const ResponseMetadata = { RequestId: '00000000-0000-4000-8000-000000000000' };

/** AWS Query: a form with `Action`, nested members in dotted names; answers in XML. */
export function queryProtocol(namespace: string): Protocol {
  return {
    read(_request, body) {
      const form = new URLSearchParams(body);
      const operation = form.get('Action');
      if (operation === null) throw new ServiceError('MissingAction', 'the form has no Action');
      return { operation, input: Object.fromEntries([...form].filter(([name]) => !/^(Action|Version)$/.test(name))) };
    },
    answer: (operation, output) => ({
      status: 200,
      headers,
      body: writeXml(`${operation}Response`, { [`${operation}Result`]: flat(output), ResponseMetadata }, namespace),
    }),
    refuse: (error) => ({
      status: error.statusCode,
      headers,
      body: writeXml(
        'ErrorResponse',
        { Error: { Type: 'Sender', Code: error.code, Message: error.message } },
        namespace,
      ),
    }),
  };
}

function flat(output: Json): XmlContent {
  if (!isJsonObject(output)) return {};
  return Object.fromEntries(Object.entries(output).map(([name, value]) => [name, String(value)]));
}
