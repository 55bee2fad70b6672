import type { IntrinsicScope } from './intrinsics.ts';

const reference = /\{\{resolve:([a-z-]+):([^}]+)\}\}/g;

/** Replaces `{{resolve:ssm:…}}` and `{{resolve:secretsmanager:…}}` in a text. */
export function resolveDynamicReferences(text: string, scope: IntrinsicScope): string {
  if (!text.includes('{{resolve:')) return text;
  return text.replace(reference, (_whole, service: string, name: string) => scope.dynamicReference(service, name));
}
