import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';
import { frame, projection } from './client/ui/mediterranean.ts';
import { outlinePlugin } from './server/launch/outline-plugin.ts';
import { wordsPlugin } from './server/launch/words-plugin.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The pages' code: one entry a surface, hashed assets, and a manifest from which the server writes the page shells. */
const client: UserConfig = {
  plugins: [
    wordsPlugin(path('data/locales')),
    outlinePlugin(path('node_modules/world-atlas/countries-50m.json'), { ...projection, ...frame }),
  ],
  resolve: {
    // Messages arrive parsed; the parser stays at home.
    alias: [
      {
        find: /^@formatjs\/icu-messageformat-parser$/,
        replacement: path('node_modules/@formatjs/icu-messageformat-parser/no-parser.js'),
      },
    ],
  },
  build: {
    outDir: path('build/client'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2020',
    cssTarget: ['chrome100', 'firefox100', 'safari15.4'],
    // The page's policy allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: Object.fromEntries(
        ['delegate', 'desk', 'screen', 'reader'].map((surface) => [surface, path(`client/${surface}/main.tsx`)]),
      ),
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
};

/** The server, the command line, and what runs beside the server, bundled without their packages. */
const server: UserConfig = {
  build: {
    ssr: true,
    outDir: path('build/server'),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: {
        main: path('server/main.ts'),
        cli: path('server/cli/main.ts'),
        'minutes-worker': path('server/minutes/worker/main.ts'),
        'rehearsal-delegates': path('server/rehearsal/worker.ts'),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
};

export default defineConfig(({ isSsrBuild }) => ({
  root: path('.'),
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  ...(isSsrBuild ? server : client),
}));
