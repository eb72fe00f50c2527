import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/fuzz/**/*.fuzz.ts'],
    environment: 'node',
    disableConsoleIntercept: true,
  },
});
