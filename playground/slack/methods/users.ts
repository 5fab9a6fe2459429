/** auth.test, auth.revoke, users.info, users.list, users.lookupByEmail and bots.info. */
import { asText } from '../json.js';
import { userObject } from '../people.js';
import { isRefusal, refusal } from '../refusal.js';
import { findUser, isTrue, type Method, missingArgument, paginate } from './call.js';

const test: Method = ({ workspace, store }) => ({
  ok: true,
  url: `${store.origin}/`,
  team: workspace.name,
  user: workspace.users.get(workspace.botUser)?.name,
  team_id: workspace.id,
  user_id: workspace.botUser,
  bot_id: workspace.botId,
  is_enterprise_install: false,
});

const revoke: Method = ({ args, token }) => {
  if (!isTrue(args.test)) token.state = 'revoked';
  return { ok: true, revoked: !isTrue(args.test) };
};

const info: Method = (call) => {
  if (call.args.user === undefined) return missingArgument('user');
  const user = findUser(call, call.args.user);
  if (isRefusal(user)) return user;
  return {
    ok: true,
    user: userObject(
      call.workspace,
      user,
      call.token.scopes.includes('users:read.email'),
      isTrue(call.args.include_locale),
    ),
  };
};

const list: Method = (call) => {
  const page = paginate(call.args, [...call.workspace.users.values()], 500);
  if (isRefusal(page)) return page;
  const withEmail = call.token.scopes.includes('users:read.email');
  return {
    ok: true,
    members: page.items.map((user) => userObject(call.workspace, user, withEmail, isTrue(call.args.include_locale))),
    cache_ts: Math.floor(call.store.now().valueOf() / 1000),
    response_metadata: { next_cursor: page.nextCursor },
  };
};

/** Finds active members of this workspace by their exact address, whatever its case. */
const lookupByEmail: Method = (call) => {
  const email = asText(call.args.email)?.toLowerCase();
  if (email === undefined) return missingArgument('email');
  for (const user of call.workspace.users.values()) {
    if (user.email?.toLowerCase() === email && !user.deleted && user.homeTeam === undefined)
      return { ok: true, user: userObject(call.workspace, user, true) };
  }
  return refusal('users_not_found');
};

const bot: Method = ({ args, workspace, store }) => {
  if (args.bot !== undefined && args.bot !== workspace.botId) return refusal('bot_not_found');
  return {
    ok: true,
    bot: {
      id: workspace.botId,
      app_id: store.app.id,
      user_id: workspace.botUser,
      name: store.app.name,
      deleted: false,
      updated: 0,
    },
  };
};

export const userMethods: Readonly<Record<string, Method>> = {
  'auth.test': test,
  'auth.revoke': revoke,
  'users.info': info,
  'users.list': list,
  'users.lookupByEmail': lookupByEmail,
  'bots.info': bot,
};
