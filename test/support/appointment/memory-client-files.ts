import type { ClientFiles } from '../../../domain/appointment/client-files.ts';

/** Files exchanged, kept in memory. */
export function memoryClientFiles(
  given: Readonly<Record<string, string>>,
): ClientFiles & { readonly written: Map<string, string> } {
  const written = new Map<string, string>();
  return {
    written,
    read: async (name) => written.get(name) ?? given[name],
    async write(name, text) {
      written.set(name, text);
    },
  };
}
