/** Sends what goes out through the proxy that HTTPS_PROXY names: Node's own `fetch` and `https` know of none. */
import https from 'node:https';
import tls from 'node:tls';
import type { HttpsProxyAgent } from 'https-proxy-agent';
import type { Dispatcher } from 'undici';

/** Which proxy is used for what, as the variables of the shell have it (curl.se/docs/manpage.html, "Environment"). */
export interface ProxySettings {
  readonly https: string | null;
  readonly http: string | null;
  /** Hosts that are reached directly, with commas between. */
  readonly except: string;
}

export interface Proxy {
  /** What is told to people: host and port, without a user's name and password. */
  readonly name: string;
  /** For Socket Mode, whose library takes no other. */
  readonly dispatcher: Dispatcher;
  close(): Promise<void>;
}

/** What is on this machine is never reached through a proxy. */
const HERE = 'localhost,127.0.0.1,::1';

/** Where Microsoft's library signs in and fetches keys, with `https` of Node. */
const MICROSOFT_LOGIN = ['login.microsoftonline.com', 'login.botframework.com'];

/** Sets the proxy for this whole process; null where the variables name none. Loaded only then, as the libraries take memory. */
export async function useProxy({ https: secure, http, except }: ProxySettings): Promise<Proxy | null> {
  const address = secure ?? http;
  if (address === null) return null;
  const { EnvHttpProxyAgent, getGlobalDispatcher, setGlobalDispatcher } = await import('undici');
  const noProxy = except === '' ? HERE : `${except},${HERE}`;
  const agent = new EnvHttpProxyAgent({ httpsProxy: secure ?? '', httpProxy: http ?? '', noProxy });
  const before = { dispatcher: getGlobalDispatcher(), agent: https.globalAgent };
  setGlobalDispatcher(agent);
  if (secure !== null && !MICROSOFT_LOGIN.every((host) => isExcepted(host, noProxy))) {
    https.globalAgent = await agentFor(secure, noProxy);
  }
  return {
    name: new URL(address).host,
    dispatcher: agent,
    async close() {
      setGlobalDispatcher(before.dispatcher);
      https.globalAgent = before.agent;
      await agent.close();
    },
  };
}

type Connect = HttpsProxyAgent<string>['connect'];

/** For `https` of Node: through the proxy, except to the hosts that are excepted. */
async function agentFor(proxy: string, except: string): Promise<https.Agent> {
  const { HttpsProxyAgent: ProxyAgent } = await import('https-proxy-agent');
  class ExceptingAgent extends ProxyAgent<string> {
    override async connect(...[request, options]: Parameters<Connect>) {
      if (!options.secureEndpoint || !isExcepted(options.host ?? '', except)) {
        return await super.connect(request, options);
      }
      return tls.connect({ ...options, servername: options.servername ?? options.host ?? '' });
    }
  }
  return new ExceptingAgent(proxy);
}

/** Whether NO_PROXY names this host: itself, a domain above it, or everything. */
export function isExcepted(host: string, except: string): boolean {
  return except
    .split(/[\s,]+/)
    .map((entry) => entry.replace(/^\*?\./, '').toLowerCase())
    .some((entry) => entry === '*' || (entry !== '' && (host === entry || host.endsWith(`.${entry}`))));
}
