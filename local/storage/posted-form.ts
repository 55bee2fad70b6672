import { createHmac, timingSafeEqual } from 'node:crypto';
import { EndpointError } from './endpoint-error.ts';

/** An object sent by a browser's form, its policy kept. */
export interface PostedForm {
  readonly accessKeyId: string;
  /** `${filename}` already replaced. */
  readonly key: string;
  readonly content: Buffer;
  readonly contentType: string;
  /** Address the browser goes to next, and status when there is none: 204 unless 200 or 201 was asked for. */
  readonly redirect: string | undefined;
  readonly status: number;
}

/**
 * Reads and checks a POST of an object as S3 does ("POST Object", "Creating a POST policy", Amazon S3 API reference): signature of the policy, its
 * expiry by the (virtual) clock, every condition, and no field without one. Throws AccessDenied, MalformedPOSTRequest, EntityTooLarge or
 * EntityTooSmall.
 */
export async function readPostedForm(
  request: { readonly bucket: string; readonly contentType: string; readonly body: Buffer },
  secretAccessKey: string,
  now: number,
): Promise<PostedForm> {
  const { file, fields } = await readForm(request.contentType, request.body);
  const policy = field(fields, 'policy');
  checkSignature(fields, policy, secretAccessKey);
  checkPolicy(policy, { ...fields, bucket: request.bucket }, file.size, now);
  const status = Number(fields['success_action_status'] ?? '204');
  return {
    accessKeyId: field(fields, 'x-amz-credential').split('/')[0] ?? '',
    key: field(fields, 'key').replace(/\$\{filename\}/, () => file.name),
    content: Buffer.from(await file.arrayBuffer()),
    contentType: fields['content-type'] ?? 'binary/octet-stream',
    redirect: fields['success_action_redirect'],
    status: [200, 201, 204].includes(status) ? status : 204,
  };
}

async function readForm(contentType: string, body: Buffer) {
  let form: FormData;
  try {
    form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw new EndpointError(
      'MalformedPOSTRequest',
      'The body of your POST request is not well-formed multipart/form-data.',
      400,
    );
  }
  const fields: Record<string, string> = {};
  for (const [name, value] of form) {
    if (name === 'file') break;
    if (typeof value === 'string') fields[name.toLowerCase()] = value;
  }
  const file = form.get('file');
  if (!(file instanceof File)) {
    throw new EndpointError('InvalidArgument', 'POST requires exactly one file upload per request.', 400);
  }
  return { file, fields };
}

function checkSignature(fields: Readonly<Record<string, string>>, policy: string, secretAccessKey: string): void {
  const [, day = '', region = '', service = ''] = field(fields, 'x-amz-credential').split('/');
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`);
  const expected = hmac(key, policy);
  const given = Buffer.from(field(fields, 'x-amz-signature'), 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new EndpointError(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided.',
      403,
    );
  }
}

function checkPolicy(policy: string, fields: Readonly<Record<string, string>>, size: number, now: number): void {
  const { expiration, conditions } = parsePolicy(policy);
  if (!(Date.parse(expiration) > now)) throw denied('Policy expired.');
  const covered = new Set(['policy', 'x-amz-signature']);
  for (const condition of conditions) {
    const [operator, name, value] = operands(condition);
    if (operator === 'content-length-range') {
      if (size < Number(name)) throw new EndpointError('EntityTooSmall', 'Your proposed upload is too small', 400);
      if (size > Number(value))
        throw new EndpointError('EntityTooLarge', 'Your proposed upload exceeds the maximum', 400);
      continue;
    }
    const held = fields[name] ?? '';
    covered.add(name);
    if (!(operator === 'eq' ? held === value : operator === 'starts-with' && held.startsWith(value))) {
      throw denied(`Policy Condition failed: ["${operator}", "$${name}", "${value}"]`);
    }
  }
  const extra = Object.keys(fields).find(
    (name) => !covered.has(name) && !name.startsWith('x-ignore-') && name !== 'bucket',
  );
  if (extra !== undefined) throw denied(`Extra input fields: ${extra}`);
}

function parsePolicy(policy: string): { readonly expiration: string; readonly conditions: readonly unknown[] } {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(policy, 'base64').toString('utf8'));
    if (typeof parsed === 'object' && parsed !== null && 'expiration' in parsed && 'conditions' in parsed) {
      const { expiration, conditions } = parsed;
      if (typeof expiration === 'string' && Array.isArray(conditions)) return { expiration, conditions };
    }
  } catch {
    // Told below, as what parses and is no policy.
  }
  throw new EndpointError(
    'InvalidPolicyDocument',
    'The content of the form does not meet the conditions of a policy.',
    400,
  );
}

/** `{name: value}` is short for `["eq", "$name", value]`. */
function operands(condition: unknown): readonly [string, string, string] {
  if (Array.isArray(condition)) {
    const [operator, name, value] = condition.map(String);
    return [(operator ?? '').toLowerCase(), (name ?? '').replace(/^\$/, '').toLowerCase(), value ?? ''];
  }
  const [[name, value] = ['', '']] = Object.entries(condition ?? {});
  return ['eq', name.toLowerCase(), String(value)];
}

function field(fields: Readonly<Record<string, string>>, name: string): string {
  const value = fields[name];
  if (value === undefined)
    throw new EndpointError('InvalidArgument', `Bucket POST must contain a field named '${name}'.`, 400);
  return value;
}

function denied(reason: string): EndpointError {
  return new EndpointError('AccessDenied', `Invalid according to Policy: ${reason}`, 403);
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
