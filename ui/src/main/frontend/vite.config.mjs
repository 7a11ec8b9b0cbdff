import { defineConfig } from 'vite';
import { licences } from './licences.mjs';

// One entry a page; the pages find the hashed files through manifest.json (Assets.java).
const entries = {
  'studio/bpmn': 'studio/bpmn.ts',
  'studio/dmn': 'studio/dmn.ts',
  'studio/page': 'studio/page.ts',
};

// What is in the bundle though no module of it says so: added by css.mjs, or built into others' files.
const unseen = [
  '@bpmn-io/diagram-js-ui',
  '@camunda/element-templates-json-schema',
  '@camunda/zeebe-configuration-templates-json-schema',
  '@camunda/zeebe-element-templates-json-schema',
  '@digdir/designsystemet-css',
  'inferno-shared',
  'inferno-vnode-flags',
  'json-source-map',
];

export default defineConfig({
  logLevel: 'warn',
  base: '/ui/',
  publicDir: false,
  plugins: [licences(...unseen)],
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
