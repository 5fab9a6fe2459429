/** The only file that imports Microsoft's SDKs. Loaded when the bot opens for Teams, because they cost half a second and much memory. */
// By its file: the package's entry also loads models, tokenizers and dialogs, twice as much as all that is used.
import { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter.js';
import {
  type Activity,
  ConfigurationServiceClientCredentialFactory,
  type ConversationReference as SdkReference,
  TeamsInfo,
  type TurnContext,
} from 'botbuilder';
import type { TeamsConfiguration } from './configuration.js';
import { connectorOf, guardConnector, TIMEOUT_MILLISECONDS } from './connector.js';
import { loopbackCredentials, signsInOnLoopback } from './loopback-login.js';
import { withoutConsole } from './sdk-console.js';
import type { ConversationReference, MessageActivity, SdkRequest, SdkResponse, SdkTurn, TeamsSdk } from './types.js';

const defaultIssuer = 'https://api.botframework.com';

/** Where Microsoft's library signs in unless told otherwise (its AuthenticationConstants). */
const publicLogin = {
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
};

/** Is told what each login came to; null: Microsoft has signed the bot in. */
type TriedLogin = (error: unknown) => void;

/** Microsoft's SDK for one bot. */
export function openSdk(configuration: TeamsConfiguration, tried: TriedLogin = () => {}): TeamsSdk {
  const { appId, endpoints } = configuration;
  const credentials = credentialsOf(configuration);
  const adapter = createAdapter(configuration, watched(credentials, tried));
  return {
    async signIn() {
      const { ToChannelFromBotOAuthScope: scope, ToChannelFromBotLoginUrl: address } = endpoints ?? publicLogin;
      const signing = await credentials.createCredentials(appId, scope, address, true);
      // Every kind of credentials has it, and the interface that they share leaves it out.
      const getToken: unknown = Reflect.get(signing, 'getToken');
      if (typeof getToken !== 'function') throw new Error('the credentials cannot be tried');
      await told(tried, async () => await Reflect.apply(getToken, signing, []));
    },
    listen(receivers, accepts) {
      // Of teams-ai's Application only this routing would be used: its typing timer, its state and its handling of mentions are
      // shared between turns.
      const routes = new Map(Object.entries(receivers).map(([type, receive]) => [type.toLowerCase(), receive]));
      return async (request) =>
        await process(adapter, request, async (context) => {
          const verdict = accepts(turnOf(context));
          if (verdict === true) await routes.get(context.activity.type.toLowerCase())?.(turnOf(context));
          return verdict !== 'refused';
        });
    },
    async continueConversation(reference, run) {
      await adapter.continueConversationAsync(appId, sdkReference(reference), async (context) => {
        await run(turnOf(context));
      });
    },
  };
}

type Credentials = Pick<
  ConfigurationServiceClientCredentialFactory,
  'isValidAppId' | 'isAuthenticationDisabled' | 'createCredentials'
>;

/** The same credentials; what becomes of each login is told. */
function watched(credentials: Credentials, tried: TriedLogin): Credentials {
  return {
    isValidAppId: (appId) => credentials.isValidAppId(appId),
    isAuthenticationDisabled: () => credentials.isAuthenticationDisabled(),
    async createCredentials(...given) {
      const signing = await credentials.createCredentials(...given);
      return { signRequest: (request) => told(tried, () => signing.signRequest(request)) };
    },
  };
}

async function told<T>(tried: TriedLogin, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    tried(null);
    return result;
  } catch (error) {
    tried(error);
    throw error;
  }
}

function settingsOf({ appId, appPassword, tenantId, endpoints }: TeamsConfiguration) {
  return {
    ...endpoints,
    MicrosoftAppId: appId,
    MicrosoftAppPassword: appPassword,
    ...(tenantId
      ? { MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: tenantId }
      : { MicrosoftAppType: 'MultiTenant' }),
  };
}

function credentialsOf(configuration: TeamsConfiguration): Credentials {
  const { endpoints } = configuration;
  return signsInOnLoopback(endpoints)
    ? loopbackCredentials(configuration, endpoints)
    : new ConfigurationServiceClientCredentialFactory(settingsOf(configuration));
}

/** The real adapter: it checks tokens and signs the bot in. */
function createAdapter(configuration: TeamsConfiguration, credentials: Credentials): TeamsAdapter {
  const { endpoints } = configuration;
  const adapter = new TeamsAdapter(settingsOf(configuration), credentials, {
    requiredEndorsements: [],
    validateClaims: (claims) => refuseOtherClaims(claims, endpoints?.ToBotFromChannelTokenIssuer ?? defaultIssuer),
  });
  adapter.use(async (context, next) => {
    guardConnector(context, configuration.sendMilliseconds ?? TIMEOUT_MILLISECONDS);
    await next();
  });
  return adapter;
}

/**
 * Runs after the SDK's own checks, which also let in tokens of the emulator and of other bots, without a service address
 * or an end. Teams sends neither.
 */
async function refuseOtherClaims(
  claims: readonly { readonly type: string; readonly value: unknown }[],
  issuer: string,
): Promise<void> {
  const claim = (type: string) => claims.find((candidate) => candidate.type === type)?.value;
  if (claim('iss') !== issuer) throw new Error('the token is not from the channel');
  if (typeof claim('serviceurl') !== 'string') throw new Error('the token names no service address');
  if (typeof claim('exp') !== 'number') throw new Error('the token never ends');
}

/** Processes a request and captures the SDK's response instead of sending it, because it names its reasons. */
async function process(
  adapter: TeamsAdapter,
  request: SdkRequest,
  /** Whether the activity is admitted. */
  logic: (context: TurnContext) => Promise<boolean>,
): Promise<SdkResponse> {
  let [admitted, refused, status, body]: [boolean, boolean, number, unknown] = [false, false, 200, undefined];
  const response = {
    socket: null,
    status(code: number) {
      status = code;
      return response;
    },
    send(sent: unknown) {
      body = sent;
      return response;
    },
    header: () => response,
    end: () => response,
  };
  const { method, headers } = request;
  let fault: Error | null = null;
  await withoutConsole(
    () =>
      adapter.process({ body: request.body, headers, method }, response, async (context) => {
        admitted = true;
        refused = !(await logic(context));
      }),
    (error) => {
      fault = error;
    },
  );
  return refused ? { admitted: false, status: 403, body: undefined, fault: null } : { admitted, status, body, fault };
}

function turnOf(context: TurnContext): SdkTurn {
  return {
    type: context.activity.type,
    activity: context.activity,
    async send(message) {
      return (await context.sendActivity(sdkActivity(message)))?.id ?? null;
    },
    async showTyping() {
      await context.sendActivity({ type: 'typing' });
    },
    async update(messageId, message) {
      await context.updateActivity({ ...sdkActivity(message), id: messageId });
    },
    delete: (messageId) => context.deleteActivity(messageId),
    async respondToInvoke(body) {
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
    },
    async createPersonalChat({ tenant, bot, user }) {
      const created = await connectorOf(context).conversations.createConversation({
        isGroup: false,
        bot: { name: '', ...bot },
        members: [{ name: '', ...user }],
        tenantId: tenant,
        channelData: { tenant: { id: tenant } },
      });
      return created.id;
    },
    async createThread({ id, tenant, bot }, message) {
      const created = await connectorOf(context).conversations.createConversation({
        isGroup: true,
        bot: { name: '', ...bot },
        tenantId: tenant,
        channelData: { channel: { id }, tenant: { id: tenant } },
        activity: sdkActivity(message),
      });
      return { conversation: created.id, activity: created.activityId ?? null };
    },
    async findTeam(team) {
      const { name = '' } = await TeamsInfo.getTeamDetails(context, team);
      const channels = await TeamsInfo.getTeamChannels(context, team);
      return {
        name,
        channels: channels.flatMap(({ id, name: channel }) =>
          id === undefined ? [] : [{ id, name: channel ?? null }],
        ),
      };
    },
    findMember: (userId) => TeamsInfo.getMember(context, userId),
  };
}

function sdkActivity({ type, summary, attachments, entities }: MessageActivity): Partial<Activity> {
  return {
    ...{ type, summary, attachments: attachments.map((attachment) => ({ ...attachment })) },
    ...(entities && { entities: entities.map((entity) => ({ ...entity })) }),
  };
}

/** Without an activity id: what the bot says first answers nothing. */
function sdkReference({ serviceUrl, bot, user, conversation }: ConversationReference): Partial<SdkReference> {
  return {
    channelId: 'msteams',
    serviceUrl,
    ...(bot && { bot: { ...bot, name: bot.name ?? '' } }),
    ...(user && { user: { ...user, name: user.name ?? '' } }),
    ...(conversation && { conversation: { isGroup: false, name: '', conversationType: '', ...conversation } }),
  };
}
