/** Parses an activity from Teams into the parts that the bot needs. */
import { z } from 'zod';
import type { Language } from '../../programme/requests/context.js';
import type { TeamsAddress } from './address.js';
import { forwardedText } from './forwarded-message.js';
import { type Attached, readAttachments } from './sent-files.js';

const text = z.string().min(1);
const activity = z.object({
  id: text,
  type: text,
  name: z.string().optional(),
  action: z.string().optional(),
  serviceUrl: z.url(),
  from: z.object({ id: text, aadObjectId: text.optional().catch(undefined) }),
  recipient: z.object({ id: text, name: z.string().optional().catch(undefined) }),
  conversation: z.object({ id: text, conversationType: z.string().optional(), tenantId: z.string().optional() }),
  channelData: z
    .object({
      tenant: z.object({ id: text }).optional(),
      team: z.object({ id: text }).optional().catch(undefined),
      eventType: z.string().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  locale: z.string().optional().catch(undefined),
  text: z.string().optional().catch(undefined),
  value: z.unknown().optional(),
  replyToId: z.string().optional().catch(undefined),
  membersAdded: z.array(z.object({ id: text })).optional(),
  membersRemoved: z.array(z.object({ id: text })).optional(),
  entities: z.array(z.unknown()).optional().catch(undefined),
  attachments: z.array(z.unknown()).optional().catch(undefined),
  // The SDK turns the timestamps into dates, which lose the zone, and keeps what came under these names.
  rawTimestamp: z.string().optional(),
  rawLocalTimestamp: z.string().optional(),
});

const mention = z.object({ type: z.literal('mention'), text: text, mentioned: z.object({ id: z.string() }) });

/** One activity of a person in Teams. */
export interface IncomingActivity {
  readonly id: string;
  readonly type: string;
  readonly name: string | null;
  readonly action: string | null;
  readonly tenant: string;
  /** The Entra object id where there is one: the same in every conversation and for every bot. */
  readonly userId: string;
  /** The person's id in Teams (29:…), which its interfaces take. */
  readonly teamsId: string;
  readonly conversation: string;
  readonly personal: boolean;
  readonly address: TeamsAddress;
  readonly language: Language | null;
  /** The person's words, without the mention of the bot. */
  readonly words: string;
  /** The text of a message that the person forwarded; null where none was. */
  readonly forwarded: string | null;
  /** What came with them, beside the words themselves as HTML. */
  readonly files: readonly Attached[];
  readonly value: unknown;
  /** The message whose card was used. */
  readonly replyToId: string | null;
  readonly botAdded: boolean;
  readonly botRemoved: boolean;
  /** The team in one of whose channels it happened; null elsewhere. */
  readonly team: string | null;
  /** What happened to a team or channel, by Teams' own word. */
  readonly eventType: string | null;
  /** When the person did it, as they sent it; null where Teams did not say. */
  readonly at: string | null;
}

/** The activity, or null where it lacks a person, a conversation or a tenant. One that names two is nobody's: whose it is must not be a matter of choice. */
export function readActivity(sent: unknown): IncomingActivity | 'two tenants' | null {
  const parsed = activity.safeParse(sent);
  if (!parsed.success) return null;
  const { data } = parsed;
  const [tenant, ...others] = tenantsOf(data);
  if (tenant === undefined) return null;
  if (others.length > 0) return 'two tenants';
  const forwarded = forwardedText(data.attachments ?? []);
  const personal = data.conversation.conversationType === 'personal';
  return {
    id: data.id,
    type: data.type,
    name: data.name ?? null,
    action: data.action ?? null,
    tenant,
    userId: data.from.aadObjectId ?? data.from.id,
    teamsId: data.from.id,
    conversation: data.conversation.id,
    personal,
    address: {
      serviceUrl: data.serviceUrl,
      tenant,
      bot: { id: data.recipient.id, ...(data.recipient.name && { name: data.recipient.name }) },
      user: { id: data.from.id, ...(data.from.aadObjectId && { aadObjectId: data.from.aadObjectId }) },
      ...(personal && {
        conversation: { id: data.conversation.id, conversationType: 'personal' as const, tenantId: tenant },
      }),
    },
    language: languageOfLocale(data.locale),
    words: withoutForwarded(withoutMention(data.text ?? '', data.entities ?? [], data.recipient.id), forwarded),
    forwarded,
    files: readAttachments(data.attachments ?? []),
    value: data.value,
    replyToId: data.replyToId ?? null,
    team: data.channelData?.team?.id ?? null,
    eventType: data.channelData?.eventType ?? null,
    botRemoved: data.membersRemoved?.some((member) => member.id === data.recipient.id) ?? false,
    botAdded: data.membersAdded?.some((member) => member.id === data.recipient.id) ?? false,
    at: data.rawLocalTimestamp ?? data.rawTimestamp ?? null,
  };
}

/** Each once, however it is written. */
function tenantsOf({ channelData, conversation }: z.infer<typeof activity>): readonly string[] {
  const named = [channelData?.tenant?.id, conversation.tenantId].flatMap((id) => (id ? [id] : []));
  return [...new Map(named.toReversed().map((id) => [id.toLowerCase(), id])).values()];
}

function languageOfLocale(locale: string | undefined): Language | null {
  if (!locale) return null;
  return /^ja\b/i.test(locale) ? 'ja' : 'en';
}

/** Some clients send the text of what is forwarded along with one's own. */
function withoutForwarded(words: string, forwarded: string | null): string {
  if (forwarded === null) return words;
  const apart = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
  return apart(words).replace(apart(forwarded), '').trim();
}

function withoutMention(words: string, entities: readonly unknown[], bot: string): string {
  return entities
    .map((entity) => mention.safeParse(entity).data)
    .filter((found) => found?.mentioned.id === bot)
    .reduce((left, found) => left.replaceAll(found?.text ?? '', ' '), words)
    .replaceAll('&nbsp;', ' ')
    .replace(/[\u00a0\s]+/g, (space) => (space.includes('\n') ? '\n' : ' '))
    .trim();
}
