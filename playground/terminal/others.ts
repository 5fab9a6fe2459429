/** Notices what other people receive, in one line each, while somebody acts. */
import { readMessage } from '../slack/reading.js';
import { messageItems, nothingChanged, readItems } from '../teams/screen.js';
import { type InhabitedPlace, type Platform, platformNames } from './place.js';
import { firstLine } from './words.js';

/** A place in the order of all that happens on both platforms. */
export interface Mark {
  readonly slack: number;
  readonly teams: number;
}

interface Receipt {
  readonly to: string;
  readonly platform: Platform;
  readonly line: string;
}

const mostLines = 12;
const mostNames = 3;

export function markNow({ slack, teams }: InhabitedPlace): Mark {
  return { slack: slack.world.tick(), teams: teams.world.revision() };
}

/** What the bot has sent since the mark, except to this person's account; the same words to several people make one line. */
export function receivedByOthers(place: InhabitedPlace, since: Mark, self: string | undefined): readonly string[] {
  const receipts = [...onSlack(place, since.slack, self), ...onTeams(place, since.teams, self)];
  const groups = new Map<string, Receipt[]>();
  for (const receipt of receipts) {
    const key = `${receipt.platform} ${receipt.line}`;
    groups.set(key, [...(groups.get(key) ?? []), receipt]);
  }
  const lines = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const names = group.slice(0, mostNames).map(({ to }) => to);
    const more = group.length > mostNames ? ` and ${group.length - mostNames} more` : '';
    return [`→ ${names.join(', ')}${more} (${platformNames[first.platform]}): ${first.line}`];
  });
  return lines.length > mostLines
    ? [...lines.slice(0, mostLines), `→ … and ${lines.length - mostLines} more messages to others`]
    : lines;
}

function onSlack({ slack }: InhabitedPlace, since: number, self: string | undefined): readonly Receipt[] {
  return [...slack.workspaces.values()].flatMap((workspace) =>
    [...workspace.conversations.values()]
      .filter((conversation) => self === undefined || !conversation.members.has(self))
      .flatMap(({ members, kind, name, messages }) =>
        messages
          .filter(({ user, changed, edits }) => user === workspace.botUser && changed > since && edits === 0)
          .map((message): Receipt => {
            const person = message.ephemeralFor ?? [...members].find((member) => member !== workspace.botUser) ?? '';
            const direct = kind === 'im' || message.ephemeralFor !== undefined;
            return {
              to: direct ? (workspace.users.get(person)?.realName ?? person) : `#${name}`,
              platform: 'slack',
              line: firstLine(readMessage(workspace, message)),
            };
          }),
      ),
  );
}

function onTeams({ teams }: InhabitedPlace, since: number, self: string | undefined): readonly Receipt[] {
  return teams.world
    .messages()
    .filter(({ from, revision, edits, views }) => from === 'bot' && revision > since && edits === 0 && views.size === 0)
    .flatMap(({ conversation, payload }) => {
      const seen =
        conversation.type === 'personal'
          ? conversation.user.id === self
          : conversation.team.members.some(({ id }) => id === self);
      const to = conversation.type === 'personal' ? conversation.user.name : conversation.team.name;
      const line = firstLine(readItems(messageItems(payload, nothingChanged)));
      return seen ? [] : { to, platform: 'teams' as const, line };
    });
}
