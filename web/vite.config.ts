import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const service = process.env.RULEWRIGHT_SERVICE ?? 'http://127.0.0.1:3000';
const lib = (name: string): string => fileURLToPath(new URL(`../libs/${name}/src/index.ts`, import.meta.url));

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@lib/rules': lib('rules') } },
  build: {
    target: 'es2022',
    // The service sends a strict policy: everything the page needs is a file of its own, nothing stands inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What changes with libraries and what changes with the product are cached apart.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'libraries', test: /node_modules/ }] } } },
    chunkSizeWarningLimit: 900,
  },
  server: { host: '127.0.0.1', port: 5173, proxy: { '/api': { target: service, changeOrigin: false } } },
});
