import type { Page } from 'playwright-core';

/** The editors by the ends of their files' names. */
type Editor = 'operation.graphql' | 'variables.json' | 'response.json';

/** GraphiQL in a browser, as people use it. */
export class GraphiQLPage {
  constructor(
    readonly page: Page,
    private readonly origin: string,
  ) {}

  /** Opens the page, and waits until the editors and the schema are there. */
  async open() {
    const schema = this.page.waitForResponse((response) => response.url().endsWith('/graphql'));
    await this.page.goto(`${this.origin}/graphiql`);
    await this.page.locator('.graphiql-query-editor .view-line').first().waitFor();
    await schema;
  }

  async openTab(title: string) {
    await this.page.getByRole('tab').getByRole('button', { name: title, exact: true }).click();
  }

  async tabTitles(): Promise<string[]> {
    return this.page.locator('.graphiql-tab-button').allTextContents();
  }

  /** Runs one of the operations of the tab that is open. */
  async execute(operation: string) {
    await this.page.getByRole('button', { name: /^Execute query/ }).click();
    await this.page.getByRole('menuitem', { name: operation, exact: true }).click();
  }

  async stop() {
    await this.page.getByRole('button', { name: /^Stop query/ }).click();
  }

  /** The whole text of an editor, of which the page shows but a part. */
  async text(editor: Editor): Promise<string> {
    return this.page.evaluate((file) => {
      interface Model {
        uri: { path: string };
        getValue(): string;
      }
      const { __MONACO: monaco } = globalThis as unknown as { __MONACO: { editor: { getModels(): Model[] } } };
      return monaco.editor.getModels().find(({ uri }) => uri.path.endsWith(file))?.getValue() ?? '';
    }, editor);
  }

  /** The newest answer. */
  readonly answer = () => this.text('response.json');

  /** Signs in through the first tab, as the manager of the demo salon. */
  async signIn() {
    await this.openTab('SignIn');
    await this.execute('SignIn');
    await this.page.getByLabel('Result Window').getByText('MANAGER').waitFor();
  }
}
