import path from 'node:path';
import { build } from 'vite';

// The rule library by itself as one module for a browser: `node bundle-rules.mjs FOLDER` writes rules.js there.
const [folder] = process.argv.slice(2);
await build({
  configFile: false,
  logLevel: 'error',
  build: {
    target: 'es2022',
    outDir: folder,
    minify: true,
    lib: {
      entry: path.resolve(import.meta.dirname, '../../libs/rules/src/index.ts'),
      formats: ['es'],
      fileName: () => 'rules.js',
    },
  },
});
