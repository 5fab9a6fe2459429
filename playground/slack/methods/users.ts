/** auth.test and users.info. */
import { userObject } from '../people.js';
import { isRefusal } from '../refusal.js';
import { findUser, isTrue, type Method, missingArgument } from './call.js';

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

export const userMethods: Readonly<Record<string, Method>> = {
  'auth.test': test,
  'users.info': info,
};
