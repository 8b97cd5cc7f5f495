/**
 * The contract of a forge: where pull or merge requests are kept. One way to reach it is one file that exports one `Forge`;
 * `index.ts` has the table, in the order in which they are tried.
 */

export interface ForgeContext {
  /** The remote's address, without a password. */
  readonly address: string;
  readonly variables: NodeJS.ProcessEnv;
  /** Folder of the repository, for programs that look there. */
  readonly folder: string;
}

export interface RequestText {
  /** The bot's branch. */
  readonly branch: string;
  readonly base: string;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
}

export interface OpenRequest {
  readonly number: number;
  readonly address: string;
}

export interface ForgeClient {
  /** The open request from a branch into a base, the oldest where there are several. */
  find(branch: string, base: string): Promise<OpenRequest | undefined>;
  create(text: RequestText): Promise<OpenRequest>;
  update(request: OpenRequest, text: RequestText): Promise<void>;
}

export interface Forge {
  readonly name: string;
  /** Undefined where this forge, or this way to it, is not there. @throws nothing */
  open(context: ForgeContext): Promise<ForgeClient | undefined>;
}
