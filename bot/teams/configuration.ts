/** The configuration of the Teams side, and the service addresses that it trusts. */

/** The services around the bot, when they are not Microsoft's public ones. All of them are read as soon as one is set. */
export interface TeamsEndpoints {
  readonly ToBotFromChannelOpenIdMetadataUrl: string;
  readonly ToBotFromChannelTokenIssuer: string;
  readonly ToChannelFromBotOAuthScope: string;
  readonly ToChannelFromBotLoginUrl: string;
  readonly ToBotFromEmulatorOpenIdMetadataUrl: string;
  /** Its origin is also where activities may come from, beside Microsoft's hosts. */
  readonly OAuthUrl: string;
  readonly CallerId: string;
  readonly ValidateAuthority: string;
}

export interface TeamsConfiguration {
  readonly appId: string;
  readonly appPassword: string;
  /** Where the app is registered. Absent only for a bot that serves several tenants, which none registered since July 2025 can. */
  readonly tenantId?: string;
  readonly endpoints?: TeamsEndpoints;
  /** When a button or form that is still at work is answered with "working"; Teams gives up after about 5,000. Default 3,500. */
  readonly patienceMilliseconds?: number;
  /** When a request to Teams without an answer is given up. Default 10,000. */
  readonly sendMilliseconds?: number;
}

/** Teams' own service hosts: public, GCC, GCC High and DoD. Source: learn.microsoft.com, "Send proactive messages", service URL. */
const microsoftHosts = [
  /^smba\.trafficmanager\.net$/,
  /^([a-z0-9-]+\.)+teams\.microsoft\.com$/,
  /^([a-z0-9-]+\.)+teams\.microsoft\.us$/,
  /^([a-z0-9-]+\.)+botframework\.com$/,
];

/** Where Teams keeps the files of a personal chat: OneDrive for work, public, GCC High, DoD and China. Source: learn.microsoft.com, "Microsoft 365 URLs and IP address ranges". */
const fileHosts = [/^([a-z0-9-]+\.)+sharepoint\.(com|us|cn)$/, /^([a-z0-9-]+\.)+sharepoint-mil\.us$/];

/**
 * Whether activities may come from this service address and the bot's token may go there. A forged address would
 * otherwise make the bot hand its token to anyone, or knock on doors inside our own network.
 */
export function trustedServices(endpoints: TeamsEndpoints | undefined): (serviceUrl: string) => boolean {
  return trusted(endpoints, microsoftHosts);
}

/** Whether files are brought to this address and fetched from it. */
export function trustedFiles(endpoints: TeamsEndpoints | undefined): (address: string) => boolean {
  return trusted(endpoints, fileHosts);
}

function trusted(endpoints: TeamsEndpoints | undefined, hosts: readonly RegExp[]): (address: string) => boolean {
  const ownOrigin = endpoints === undefined ? null : new URL(endpoints.OAuthUrl).origin;
  return (address) => {
    // Other spellings of a host, such as one with a full-width dot, would be brought to the same form: Teams sends none.
    if (!/^[!-~]+$/.test(address) || !URL.canParse(address)) return false;
    const url = new URL(address);
    if (url.username !== '' || url.password !== '') return false;
    if (url.origin === ownOrigin) return true;
    return url.protocol === 'https:' && url.port === '' && hosts.some((host) => host.test(url.hostname));
  };
}
