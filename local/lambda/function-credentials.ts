import { derive } from '../kernel/random.ts';

/** An access key id that names the function and its environment: `FN` + 16 characters of a hash + `E` + two digits. */
export function accessKeyIdOf(functionArn: string, environment: number): string {
  return `${functionKey(functionArn)}E${String(environment).padStart(2, '0')}`;
}

/** The function's part of an access key id, the same for all its environments. */
export function functionKey(functionArn: string): string {
  return `FN${derive('access-key', functionArn).slice(0, 16).toUpperCase()}`;
}

/** The function's part of an access key id; undefined when it was not made here. */
export function functionKeyOf(accessKeyId: string): string | undefined {
  return /^(FN[0-9A-F]{16})E\d{2}$/.exec(accessKeyId)?.[1];
}

/** One secret for all: what protects the local cloud is that it listens on 127.0.0.1 only. */
export const secretAccessKey = 'local-cloud-secret-access-key-0000000000';
