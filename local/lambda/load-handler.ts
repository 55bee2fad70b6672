import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export type Handler = (event: unknown, context: unknown) => unknown;

/**
 * Imports the handler named by a template's Handler property (`index.handler`) from unpacked code, by the runtime's rules:
 * `.mjs` is a module, `.js` is CommonJS unless a package.json in the code says otherwise.
 */
export async function loadHandler(codeFolder: string, handler: string): Promise<Handler> {
  const dot = handler.lastIndexOf('.');
  const base = handler.slice(0, dot);
  const name = handler.slice(dot + 1);
  const file = ['.mjs', '.js', '.cjs'].map((extension) => join(codeFolder, base + extension)).find(existsSync);
  if (dot < 1 || file === undefined) {
    throw new Error(`Runtime.ImportModuleError: no ${base}.mjs, .js or .cjs in ${codeFolder} for Handler "${handler}"`);
  }
  if (!existsSync(join(codeFolder, 'package.json'))) {
    const folder = pathToFileURL(`${codeFolder}/`).href;
    // Else Node would take the type of the package.json of whatever repository the assembly was synthesized in.
    registerHooks({
      load: (url, context, next) =>
        url.startsWith(folder) && url.endsWith('.js') && !url.includes('/node_modules/')
          ? next(url, { ...context, format: 'commonjs' })
          : next(url, context),
    });
  }
  const loaded: Record<string, unknown> = await import(pathToFileURL(file).href);
  const fallback = loaded['default'];
  const found =
    loaded[name] ?? (typeof fallback === 'object' && fallback !== null ? Reflect.get(fallback, name) : undefined);
  if (typeof found !== 'function') {
    throw new Error(`Runtime.HandlerNotFound: ${file} exports no function "${name}"`);
  }
  if (found.length > 2) {
    throw new Error(
      `Runtime.CallbackHandlerDeprecated: ${name} of ${file} takes a callback; nodejs24.x calls async handlers only`,
    );
  }
  return (event, context) => Reflect.apply(found, undefined, [event, context]);
}
