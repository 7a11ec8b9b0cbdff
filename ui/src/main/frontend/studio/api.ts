/** What the server knows and does for one file of a folder. */

export interface Finding {
  severity: 'ERROR' | 'WARNING';
  rule: string;
  /** The rule in the reader's language, where somebody translated it. */
  title: string | null;
  file: string;
  element: string | null;
  message: string;
  /** The language of the message. */
  language: string;
  /** The page that edits the finding's file. */
  href: string;
}

export interface Saved {
  revision: number;
  findings: Finding[];
}

/** An answer of the server that is not a success, in the words that a person may read. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly findings: Finding[] = [],
  ) {
    super(message);
  }
}

export class Server {
  constructor(
    /** The folder's address below /studio/api. */
    private readonly folder: string,
    private readonly file: string,
    private readonly csrf: { header: string; token: string },
  ) {}

  async read(): Promise<{ content: string; revision: number }> {
    const answer = await this.call('GET', `files/${this.file}`);
    return { content: await answer.text(), revision: revisionOf(answer) };
  }

  async save(content: string, revision: number, type: string): Promise<Saved> {
    const answer = await this.call('PUT', `files/${this.file}`, content, {
      'Content-Type': type,
      'If-Match': `"${revision}"`,
    });
    return { revision: revisionOf(answer), findings: (await answer.json()).findings };
  }

  /** What would be wrong if the file were saved like this. */
  async check(content: string, type: string): Promise<Finding[]> {
    const answer = await this.call('POST', `check/${this.file}`, content, { 'Content-Type': type });
    return (await answer.json()).findings;
  }

  private async call(method: string, path: string, body?: string, headers: Record<string, string> = {}) {
    const answer = await fetch(`${this.folder}/${path}`, {
      method,
      body,
      credentials: 'same-origin',
      headers: { Accept: 'application/json', ...headers, [this.csrf.header]: this.csrf.token },
    });
    if (!answer.ok) throw await refusal(answer);
    return answer;
  }
}

function revisionOf(answer: Response): number {
  return Number((answer.headers.get('ETag') ?? '"0"').replace(/\D/g, ''));
}

async function refusal(answer: Response): Promise<Refused> {
  try {
    const problem = await answer.json();
    return new Refused(answer.status, problem.detail ?? problem.title ?? answer.statusText, problem.findings ?? []);
  } catch {
    return new Refused(answer.status, answer.statusText);
  }
}
