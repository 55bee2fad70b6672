import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtOnce, contentHash } from './content-cache.ts';
import { isManifest, pageSizes, type WebSizes } from './web-sizes.ts';

export interface WebBuildProps {
  /** Root of the repository. */
  readonly root: string;
  /** Where builds are kept between runs, one folder per content. @default node_modules/.cache/permanence-web */
  readonly cache?: string;
  /** Told once, of a build that was made and not found. */
  readonly onBuilt?: (sizes: WebSizes) => void;
}

export class WebBuildError extends Error {}

/** Everything the pages may be made of (import rules of the repository). */
const sources = ['web', 'contracts', join('domain', 'knowledge')];

/**
 * Builds the web app and answers the folder to serve: an HTML file for each page, and `application/` with all else under names that change with
 * content. Nothing is built twice. Throws WebBuildError when it does not compile, or weighs more than its budget.
 */
export async function buildWeb({ root, cache, onBuilt }: WebBuildProps): Promise<string> {
  const name = contentHash({ root, settings: [], folders: sources, files: /\.(tsx?|json|css|html|svg)$/ });
  const place = {
    cache: cache ?? join(root, 'node_modules', '.cache', 'permanence-web'),
    name,
    mark: 'sizes.json',
  };
  const folder = await builtOnce(place, async (building) => {
    const site = join(building, 'site');
    await viteBuild(root, site);
    const sizes = weigh(site);
    onBuilt?.(sizes);
    const over = sizes.pages.filter(({ bytes, budget }) => bytes > budget);
    if (over.length > 0) {
      rmSync(building, { recursive: true });
      throw new WebBuildError(
        over
          .map(
            ({ page, bytes, budget }) =>
              `The scripts of page "${page}" weigh ${bytes} bytes compressed; accepted is ${budget}`,
          )
          .join('\n'),
      );
    }
    writeFileSync(join(building, 'sizes.json'), JSON.stringify(sizes));
  });
  return join(folder, 'site');
}

async function viteBuild(root: string, outDir: string): Promise<void> {
  const { build } = await import('vite');
  const before = process.env['NODE_ENV'];
  // Asked for by a test, it would otherwise be a build for tests.
  process.env['NODE_ENV'] = 'production';
  try {
    await build({
      configFile: join(root, 'web', 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir, emptyOutDir: true },
    });
  } catch (error) {
    throw new WebBuildError(`The web app does not build: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

function weigh(site: string): WebSizes {
  const file = join(site, 'manifest.json');
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(file);
  if (!isManifest(manifest)) {
    throw new WebBuildError(`Vite wrote a manifest of another form; it holds ${readdirSync(site).join(', ')}`);
  }
  return pageSizes(manifest, (path) => readFileSync(join(site, path)));
}
