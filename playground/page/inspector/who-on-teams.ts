/** Finds in a request between Teams and the bot who acts, or to whom the bot turns. */

import type { Teams } from '../../teams/server.js';
import type { Traffic } from '../../teams/traffic-log.js';
import { fieldsOf, listOf, textOf } from '../../teams/wire.js';
import type { TrafficLine } from '../protocol.js';

/** Null where it is nobody in particular. */
export function whoOnTeams({ store }: Pick<Teams, 'store'>, traffic: Traffic): TrafficLine['who'] {
  return traffic.direction === 'to the bot' ? actorOf(traffic) : addresseeOf(store, traffic);
}

function actorOf({ request }: Traffic): TrafficLine['who'] {
  const { aadObjectId, name } = fieldsOf(fieldsOf(request).from);
  return typeof aadObjectId === 'string' ? { clientSession: `teams:${aadObjectId}`, name: textOf(name) ?? '' } : null;
}

function addresseeOf(store: Teams['store'], { what, conversation, request, path }: Traffic): TrafficLine['who'] {
  const found = conversation === undefined ? undefined : store.find(conversation)?.conversation;
  if (found?.type === 'channel') return { clientSession: null, name: `${found.team.name} › ${found.channel.name}` };
  const [member] = listOf(fieldsOf(request).members);
  const created = what === 'create' ? store.directory.user(textOf(fieldsOf(member).id) ?? '') : undefined;
  const asked = what === 'member' ? store.directory.user(decodeURIComponent(path.split('/').at(-1) ?? '')) : undefined;
  const user = asked ?? created ?? found?.user;
  return user === undefined ? null : { clientSession: `teams:${user.aadObjectId}`, name: user.name };
}
