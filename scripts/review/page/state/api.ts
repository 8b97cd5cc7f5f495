/** Requests to the page's own server. */
import type { Address, Decision, Routes } from '../../contract.ts';

/** The server refused, or is not there; the message is for the person. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
}

type Name = keyof Routes;
type Answer<N extends Name> = Routes[N]['answer'];

async function answerOf<N extends Name>(response: Response): Promise<Answer<N>> {
  if (!response.ok) throw new RequestError((await response.text()).trim() || `The server answered ${response.status}.`);
  return response.json();
}

async function request<N extends Name>(path: string, init?: RequestInit): Promise<Answer<N>> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new RequestError('The server does not answer. Is npm run review still running? What you typed is kept.');
  }
  return answerOf<N>(response);
}

/** @param query what is asked for; all are texts. */
export function get<N extends Name>(name: N, query: Readonly<Record<string, string>> = {}): Promise<Answer<N>> {
  const parameters = new URLSearchParams(query).toString();
  return request<N>(`/api/${name}${parameters === '' ? '' : `?${parameters}`}`);
}

export function post<N extends Name>(name: N, body: unknown): Promise<Answer<N>> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return request<N>(`/api/${name}`, init);
}

/** The query of one unit. */
export function ofUnit({ language, namespace, key }: Address): Readonly<Record<string, string>> {
  return { language, namespace, key };
}

export function decide(decision: Decision, by: string): Promise<Answer<'decide'>> {
  return post('decide', { ...decision, by });
}
