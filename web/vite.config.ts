import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The engine serves the built pages and /amplify_outputs.json; the Vite server borrows the latter while styling.
const ENGINE_URL = 'http://127.0.0.1:4000';

export default defineConfig({
  base: '/',
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022' },
  server: { proxy: { '/amplify_outputs.json': ENGINE_URL } },
});
