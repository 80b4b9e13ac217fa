// One build for the three runtimes: main and its child processes, the sandboxed preload, the page.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

export default defineConfig({
  main: {
    build: {
      externalizeDeps: true,
      rollupOptions: {
        input: {
          index: 'src/main/index.ts',
          serve: 'src/main/serve.ts',
          engine: 'src/engine/engine-main.ts',
          kernel: 'src/cad/process/kernel-main.ts',
          workbook: 'src/main/previews/workbook-worker.ts',
          integrity: 'src/main/store/integrity-worker.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      minify: true,
      chunkSizeWarningLimit: 2500,
      rollupOptions: { input: { index: 'src/renderer/index.html' } },
    },
    worker: { format: 'es' },
  },
});
