import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// The oldest Electron that must run the result is the fallback, 33.3.0: Chrome 130 and Node 20.18.
const NODE = 'node20.18';
const CHROME = 'chrome130';

export default defineConfig({
  main: {
    build: {
      target: NODE,
      rolldownOptions: { input: 'src/main/index.ts' },
    },
  },
  preload: {
    build: {
      target: NODE,
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'src/main/preload.ts' },
        // A sandboxed preload must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      target: CHROME,
      minify: true,
      assetsInlineLimit: 0,
      // The page loads from the disk: one large file is no burden.
      chunkSizeWarningLimit: 8000,
    },
  },
});
