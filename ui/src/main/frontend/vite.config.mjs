import { defineConfig } from 'vite';

// One entry a page; the pages find the hashed files through manifest.json (Assets.java).
const entries = {
  'studio/bpmn': 'studio/bpmn.ts',
  'studio/dmn': 'studio/dmn.ts',
  'studio/page': 'studio/page.ts',
};

export default defineConfig({
  logLevel: 'warn',
  base: '/ui/',
  publicDir: false,
  build: {
    // Maven says where; by hand it is the same place.
    outDir: process.env.UI_OUT ?? '../../../target/classes/static/ui',
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: ['chrome105', 'safari15.4', 'firefox121'],
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
    rollupOptions: { input: entries },
  },
});
