export interface SeenRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string;
}

export type ScriptedAnswer =
  | Response
  | Error
  | ((request: SeenRequest, init: RequestInit) => Response | Promise<Response>);

/** `fetch` that plays a script, one answer per request, and remembers what it was asked. */
export function scriptedFetch(...answers: readonly ScriptedAnswer[]) {
  const requests: SeenRequest[] = [];
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const request: SeenRequest = {
      method: init.method ?? 'GET',
      url: new URL(String(input)),
      headers: new Headers(init.headers),
      body: String(init.body ?? ''),
    };
    requests.push(request);
    const answer = answers[requests.length - 1];
    if (answer === undefined) throw new Error(`unexpected request ${request.url}`);
    if (answer instanceof Error) throw answer;
    return typeof answer === 'function' ? answer(request, init) : answer;
  };
  return { fetch, requests };
}

/** An answer in JSON. */
export function json(
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}
