/** Starts the thread from its source, as tests and commands of a checkout do: the loader of their process does not reach into a thread's entry. */
import { register } from 'tsx/esm/api';

register();
await import(new URL('./document-worker.ts', import.meta.url).href);
