import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { webAssetsPath, webPages } from '../contracts/web-pages.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Where a centre is running (`npm start`) whose API and sign-in the pages of `npm run web` use. */
const centre = process.env['PERMANENCE_URL'] ?? 'http://localhost:8687';

/** One HTML file a page; `lib/bundling/build-web.ts` builds them, `npm run web` serves them with reload while one works on them. */
export default defineConfig({
  root: here,
  base: '/',
  appType: 'mpa',
  plugins: [
    react(),
    {
      // Eight files of a typeface in the style sheet, more than all the rest of the page: the system's own is read as well.
      name: 'no-web-fonts',
      enforce: 'pre',
      transform: (code, id) =>
        /global-styles[\\/]index\.css$/.test(id)
          ? { code: code.replace(/@font-face\s*\{[^}]*\}/g, ''), map: null }
          : null,
    },
    {
      // What CloudFront's function does of the addresses of pages.
      name: 'pages-by-path',
      configureServer: ({ middlewares }) => {
        middlewares.use((request, _response, next) => {
          const page = Object.values(webPages).find(
            ({ path }) =>
              request.url === path || request.url?.startsWith(`${path}/`) || request.url?.startsWith(`${path}?`),
          );
          if (page !== undefined) request.url = `/${page.file}.html`;
          next();
        });
      },
    },
  ],
  build: {
    target: 'es2022',
    assetsDir: webAssetsPath.slice(1),
    // Icons and fonts inlined would need `data:` where the policy of the pages allows none.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: 'manifest.json',
    rollupOptions: { input: Object.values(webPages).map(({ file }) => `${here}${file}.html`) },
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: Object.fromEntries(
      ['/api', '/connexion', '/deconnexion', '/_local', '/_issuer', '/rapports'].map((path) => [path, centre]),
    ),
  },
  clearScreen: false,
});
