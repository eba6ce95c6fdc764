import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['{build,graphiql,admin,widget}/**/*.test.{ts,tsx}'] },
});
