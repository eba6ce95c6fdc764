import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import { operations } from './operations';

const folder = import.meta.dirname;

const address = (fileName: string) => `/book/${fileName}`;

/**
 * Builds the script for other sites by itself, so that it needs no other file before it asks for the salon. It has the addresses of what it
 * loads meanwhile, and of what that needs, so that nothing waits for its neighbors.
 */
export function embedScript(): Plugin {
  return {
    name: 'embed-script',
    apply: 'build',
    async generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const chunkOf = (module: string) => {
        const found = chunks.find(({ facadeModuleId }) => facadeModuleId === join(folder, module));
        if (!found) {
          throw new Error(`${module} is not built into a file of its own`);
        }
        return found;
      };
      const mount = chunkOf('mount.tsx');
      const values = {
        framed: address(chunkOf('framed.ts').fileName),
        mount: address(mount.fileName),
        mountNeeds: mount.imports.map(address),
        popup: address(chunkOf('popup.ts').fileName),
        salon: operations.salon.replaceAll(/\s+/g, ' '),
      };
      const source = await scriptWith(values);
      this.emitFile({ type: 'asset', fileName: 'embed.js', source });
    },
  };
}

async function scriptWith(values: Record<string, string | string[]>): Promise<string> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'warn',
    define: Object.fromEntries(Object.entries(values).map(([name, value]) => [`built.${name}`, JSON.stringify(value)])),
    build: { write: false, modulePreload: false, copyPublicDir: false, rolldownOptions: { input: join(folder, 'embed.ts'), external: /^\/book\// } },
  })) as Rolldown.RolldownOutput;
  return output[0].code;
}
