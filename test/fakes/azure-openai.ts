import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What one call to the fake was given. */
export interface SeenCall {
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: any;
}

export type Answer = (response: ServerResponse, call: SeenCall) => void;

/** A local server that speaks Azure OpenAI's wire shapes. Answers are taken in order; the last one repeats. */
export class FakeAzureOpenAi {
  readonly calls: SeenCall[] = [];
  private answers: Answer[] = [];
  private server?: Server;

  async start(): Promise<void> {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const call = {
          url: request.url ?? '',
          headers: request.headers,
          body: JSON.parse(Buffer.concat(chunks).toString('utf8') || 'null'),
        };
        this.calls.push(call);
        const answer = this.answers.length > 1 ? this.answers.shift() : this.answers[0];
        if (answer) answer(response, call);
        else failed(500, { error: { code: 'no-answer', message: 'nothing was queued' } })(response, call);
      });
    });
    await new Promise<void>(resolve => this.server?.listen(0, '127.0.0.1', resolve));
  }

  /** The answers of the calls to come; what was seen and queued before is forgotten. */
  next(...answers: Answer[]): void {
    this.answers = answers;
    this.calls.length = 0;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.server?.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise<void>(resolve => (this.server ? this.server.close(() => resolve()) : resolve()));
  }
}

const SAFE = { filtered: false, severity: 'safe' };
const SAFE_ALL = { hate: SAFE, self_harm: SAFE, sexual: SAFE, violence: SAFE };

/** A finished completion with this content (an object becomes JSON text). */
export function completion(content: unknown, choice: Record<string, unknown> = {}): Answer {
  const text = typeof content === 'string' || content === null ? content : JSON.stringify(content);
  return replied({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'gpt-4o-2024-11-20',
    choices: [
      {
        index: 0,
        finish_reason: 'stop',
        message: { role: 'assistant', content: text, refusal: null },
        content_filter_results: SAFE_ALL,
        ...choice,
      },
    ],
    prompt_filter_results: [
      { prompt_index: 0, content_filter_results: { ...SAFE_ALL, jailbreak: { filtered: false, detected: false } } },
    ],
    usage: {
      prompt_tokens: 330,
      completion_tokens: 27,
      total_tokens: 357,
      prompt_tokens_details: { cached_tokens: 0 },
    },
    system_fingerprint: 'fp_1',
  });
}

export function refusal(text = "I'm sorry, I can't help with that."): Answer {
  return completion(null, { message: { role: 'assistant', content: null, refusal: text } });
}

export function cutShort(): Answer {
  return completion('{"outcome":"ru', { finish_reason: 'length' });
}

export function outputBlocked(): Answer {
  return completion(null, {
    finish_reason: 'content_filter',
    content_filter_results: { ...SAFE_ALL, violence: { filtered: true, severity: 'medium' } },
  });
}

export function unfiltered(content: unknown): Answer {
  return completion(content, {
    content_filter_results: { error: { code: 'content_filter_error', message: 'The contents are not filtered' } },
  });
}

export function promptBlocked(): Answer {
  return failed(400, {
    error: {
      message: "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
      type: null,
      param: 'prompt',
      code: 'content_filter',
      status: 400,
      innererror: {
        code: 'ResponsibleAIPolicyViolation',
        content_filter_result: { ...SAFE_ALL, jailbreak: { filtered: true, detected: true } },
      },
    },
  });
}

export function busy(headers: Record<string, string>): Answer {
  return failed(
    429,
    { error: { code: '429', message: 'Requests have exceeded call rate limit. Please retry after 1 second.' } },
    headers,
  );
}

export function unauthorized(): Answer {
  return failed(401, {
    error: { code: '401', message: 'Access denied due to invalid subscription key or wrong API endpoint.' },
  });
}

export function noDeployment(): Answer {
  return failed(404, {
    error: { code: 'DeploymentNotFound', message: 'The API deployment for this resource does not exist.' },
  });
}

/** Any status with any JSON body. */
export function failed(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return response => {
    response.writeHead(status, {
      'content-type': 'application/json',
      'x-request-id': 'req-1',
      'apim-request-id': 'apim-1',
      ...headers,
    });
    response.end(JSON.stringify(body));
  };
}

export function replied(body: unknown): Answer {
  return failed(200, body);
}

/** Takes the call and never says a word. */
export function silence(): Answer {
  return () => undefined;
}

/** Sends headers and half a body, then nothing more. */
export function stalledBody(): Answer {
  return response => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"choices":[');
  };
}

/** Sends half a body and drops the connection. */
export function cutBody(): Answer {
  return response => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"choices":[', () => response.destroy());
  };
}

/** A body that is no JSON although it says so. */
export function garbage(text = '<html>proxy error</html>'): Answer {
  return response => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(text);
  };
}

/** A reply of this many bytes. */
export function flood(bytes: number): Answer {
  return completion('x'.repeat(bytes));
}

/** Sends the caller, and its key, elsewhere. */
export function redirected(location: string): Answer {
  return response => {
    response.writeHead(307, { location });
    response.end();
  };
}
