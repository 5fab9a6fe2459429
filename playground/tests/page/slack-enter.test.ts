/** That every kind of Block Kit element takes the values of the page and comes to the state that Slack would send. */
import type { DispatchActionConfig, InputBlock, ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import type { SlackEntered, SlackValue } from '../../page/command.js';
import { aiko as aikoOptions, type BoltApp, plain, section } from '../slack/bot.js';
import { openSlackSessions, type SlackPageSession } from './slack-sessions.js';

const option = (text: string, value: string) => ({ text: plain(text), value });
const colours = [option('Red', 'r'), option('Blue', 'b'), option('Green', 'g')];

/** An input whose block is called like its element. */
function input(element: InputBlock['element'], dispatch_action = false): InputBlock {
  const { action_id = '' } = element;
  return { type: 'input', block_id: action_id, label: plain(action_id), optional: true, dispatch_action, element };
}

function form(blocks: ModalView['blocks']): ModalView {
  return { type: 'modal', callback_id: 'form', title: plain('Form'), submit: plain('Send'), blocks };
}

/** A bot that opens this form at /spp, and hands on what is submitted. */
function asks(app: BoltApp, blocks: ModalView['blocks'], submitted: unknown[] = []): void {
  app.command('/spp', async ({ ack, body, client }) => {
    await client.views.open({ trigger_id: body.trigger_id, view: form(blocks) });
    await ack();
  });
  app.view('form', async ({ ack, view }) => {
    submitted.push(view.state.values);
    await ack();
  });
}

async function openForm(person: SlackPageSession): Promise<{ readonly view: string }> {
  await person.does({ do: 'slash command', conversation: person.direct, line: '/spp' });
  return { view: person.screen().modals.at(-1)?.id ?? '' };
}

const entry = (name: string, value: SlackValue): SlackEntered => ({ block: name, action: name, value });

describe('a form', () => {
  it('takes a value for each kind of element, and null empties it', async () => {
    const submitted: unknown[] = [];
    const { aiko, handedIn } = await openSlackSessions((app) =>
      asks(
        app,
        [
          input({ type: 'plain_text_input', action_id: 'text', initial_value: 'before' }),
          input({ type: 'rich_text_input', action_id: 'rich' }),
          input({ type: 'number_input', action_id: 'number', is_decimal_allowed: false }),
          input({ type: 'static_select', action_id: 'colour', options: colours, initial_option: option('Red', 'r') }),
          input({ type: 'multi_static_select', action_id: 'colours', options: colours }),
          input({ type: 'checkboxes', action_id: 'ticks', options: colours }),
          input({ type: 'radio_buttons', action_id: 'radio', options: colours }),
          input({ type: 'datepicker', action_id: 'day' }),
          input({ type: 'timepicker', action_id: 'time', timezone: 'Asia/Tokyo' }),
          input({ type: 'datetimepicker', action_id: 'instant' }),
          input({ type: 'file_input', action_id: 'file', filetypes: ['pdf'], max_files: 2 }),
        ],
        submitted,
      ),
    );
    handedIn.set('id-1', { name: '方針.PDF', content: Buffer.from('pdf') });
    const { view } = await openForm(aiko);
    const values: readonly SlackEntered[] = [
      entry('text', '持続可能'),
      entry('rich', 'rich'),
      entry('number', 7),
      entry('colour', 'b'),
      entry('colours', ['g', 'r']),
      entry('ticks', ['r']),
      entry('radio', 'g'),
      entry('day', '2024-11-07'),
      entry('time', '15:30'),
      entry('instant', 1_730_961_000),
      entry('file', ['id-1']),
    ];
    for (const value of values) await aiko.does({ do: 'enter', place: { view }, ...value });
    const state = {
      text: { text: { type: 'plain_text_input', value: '持続可能' } },
      rich: { rich: { rich_text_value: { elements: [{ elements: [{ type: 'text', text: 'rich' }] }] } } },
      number: { number: { value: '7' } },
      colour: { colour: { type: 'static_select', selected_option: { text: { text: 'Blue' }, value: 'b' } } },
      colours: { colours: { selected_options: [{ value: 'g' }, { value: 'r' }] } },
      ticks: { ticks: { selected_options: [{ value: 'r' }] } },
      radio: { radio: { selected_option: { value: 'g' } } },
      day: { day: { selected_date: '2024-11-07' } },
      time: { time: { selected_time: '15:30', timezone: 'Asia/Tokyo' } },
      instant: { instant: { selected_date_time: 1_730_961_000 } },
      file: { file: { files: [{ name: '方針.PDF', mimetype: 'application/pdf', size: 3, user: 'U0AIKO' }] } },
    };
    expect(aiko.screen().modals[0]?.state).toMatchObject(state);
    // The same file named again, by the page's id and by Slack's, is no second file.
    const files = aiko.screen().modals[0]?.state.file?.file?.files;
    const stored = Array.isArray(files) ? String(files[0]?.id) : '';
    for (const id of ['id-1', stored]) {
      await aiko.does({ do: 'enter', place: { view }, ...entry('file', [id]) });
      expect(aiko.screen().modals[0]?.state.file?.file?.files).toEqual(files);
    }
    await aiko.does({ do: 'submit', view, entered: [] });
    expect(submitted).toMatchObject([state]);

    const again = await openForm(aiko);
    expect(aiko.screen().modals[0]?.state.text?.text).toMatchObject({ value: 'before' });
    const emptied = values.map(({ block }) => entry(block, null));
    await aiko.does({ do: 'submit', view: again.view, entered: emptied });
    expect(submitted[1]).toEqual({
      text: { text: { type: 'plain_text_input', value: null } },
      rich: { rich: { type: 'rich_text_input' } },
      number: { number: { type: 'number_input', value: null } },
      colour: { colour: { type: 'static_select', selected_option: null } },
      colours: { colours: { type: 'multi_static_select', selected_options: [] } },
      ticks: { ticks: { type: 'checkboxes', selected_options: [] } },
      radio: { radio: { type: 'radio_buttons', selected_option: null } },
      day: { day: { type: 'datepicker', selected_date: null } },
      time: { time: { type: 'timepicker', selected_time: null, timezone: 'Asia/Tokyo' } },
      instant: { instant: { type: 'datetimepicker', selected_date_time: null } },
      file: { file: { type: 'file_input', files: [] } },
    });
  });

  it('refuses what the element does not take, and then sends nothing', async () => {
    const submitted: unknown[] = [];
    const { aiko, handedIn } = await openSlackSessions((app) =>
      asks(
        app,
        [
          input({ type: 'plain_text_input', action_id: 'text' }),
          input({ type: 'static_select', action_id: 'colour', options: colours }),
          input({ type: 'multi_static_select', action_id: 'colours', options: colours, max_selected_items: 2 }),
          input({ type: 'datepicker', action_id: 'day' }),
          input({ type: 'timepicker', action_id: 'time' }),
          input({ type: 'file_input', action_id: 'file', filetypes: ['pdf', 'docx'], max_files: 1 }),
        ],
        submitted,
      ),
    );
    handedIn.set('id-1', { name: 'a.exe', content: new Uint8Array(1) });
    handedIn.set('id-2', { name: 'a.pdf', content: new Uint8Array(1) });
    handedIn.set('id-3', { name: 'b.docx', content: new Uint8Array(1) });
    const { view } = await openForm(aiko);
    const refused = async (name: string, value: SlackValue) =>
      aiko.refused({ do: 'submit', view, entered: [entry('text', 'x'), entry(name, value)] });
    expect(await refused('colour', 'purple')).toMatch(/no longer/);
    expect(await refused('colour', ['r', 'b'])).toMatch(/Only one/);
    expect(await refused('colours', ['r', 'b', 'g'])).toMatch(/At most 2/);
    expect(await refused('day', '7 November')).toMatch(/enter a date/);
    expect(await refused('time', 'noon')).toMatch(/enter a time/);
    expect(await refused('file', ['id-1'])).toBe('“a.exe” cannot be attached here; these types can: pdf, docx.');
    expect(await refused('file', ['id-2', 'id-3'])).toMatch(/At most 1/);
    expect(await refused('file', ['id-4'])).toMatch(/file is gone/);
    expect(await refused('elsewhere', 'x')).toMatch(/no longer/);
    expect(submitted).toEqual([]);
    expect(aiko.screen().modals[0]?.state.text?.text).toMatchObject({ value: null });
  });
});

const onEachCharacter: DispatchActionConfig = { trigger_actions_on: ['on_character_entered'] };

describe('elements that tell the bot at once', () => {
  it('are those outside input blocks, and inputs that dispatch', async () => {
    const actions: unknown[] = [];
    const { aiko, client } = await openSlackSessions((app) => {
      asks(app, [
        input({ type: 'plain_text_input', action_id: 'quiet' }),
        input({ type: 'plain_text_input', action_id: 'loud', dispatch_action_config: onEachCharacter }, true),
        {
          ...section('Colour'),
          block_id: 'colour',
          accessory: { type: 'static_select', action_id: 'colour', options: colours },
        },
      ]);
      app.action(/^(loud|colour|day)$/, async ({ ack, action, body }) => {
        await ack();
        actions.push({ ...action });
        if (body.type !== 'block_actions' || !('view' in body) || body.view === undefined) return;
        actions.push(body.view.state.values);
      });
      app.action('broken', async () => {
        throw new Error('broken');
      });
    });
    const place = await openForm(aiko);
    expect((await aiko.does({ do: 'enter', place, ...entry('quiet', 'typed') })).status).toBe(0);
    expect((await aiko.does({ do: 'enter', place, ...entry('loud', 'heard') })).status).toBe(200);
    await aiko.does({ do: 'enter', place, ...entry('colour', 'g') });
    expect(actions).toMatchObject([
      { type: 'plain_text_input', action_id: 'loud', value: 'heard' },
      { quiet: { quiet: { value: 'typed' } }, loud: { loud: { value: 'heard' } } },
      { type: 'static_select', selected_option: { value: 'g' } },
      { colour: { colour: { selected_option: { value: 'g' } } } },
    ]);
    const elements = [
      { type: 'datepicker' as const, action_id: 'day' },
      { type: 'static_select' as const, action_id: 'broken', options: colours },
    ];
    const blocks = [{ type: 'actions' as const, block_id: 'row', elements }];
    await client.chat.postMessage({ channel: aikoOptions.id, text: 'when?', blocks });
    const { conversation, ts } = await aiko.hears('when?');
    const row = { do: 'enter', place: { conversation, ts }, block: 'row' } as const;
    await aiko.does({ ...row, action: 'day', value: '2024-11-07' });
    expect(actions.at(-1)).toMatchObject({ type: 'datepicker', selected_date: '2024-11-07' });
    expect((await aiko.hears('when?')).state).toMatchObject({ row: { day: { selected_date: '2024-11-07' } } });
    expect((await aiko.clientSession.carryOut({ ...row, action: 'broken', value: 'r' })).error).toBe(
      'http_service_error',
    );
  });
});

describe('a menu that asks the bot', () => {
  it('offers what the bot answers, and remembers it for the choice', async () => {
    const typed: string[] = [];
    const firms = [option('Acme（東京）', 'acme'), option('Apex', 'apex'), option('Bolt', 'bolt')];
    const { aiko } = await openSlackSessions((app) => {
      asks(app, [
        input({
          type: 'external_select',
          action_id: 'firm',
          min_query_length: 0,
          initial_option: option('Old', 'old'),
        }),
        input({ type: 'multi_external_select', action_id: 'firms' }),
        input({ type: 'plain_text_input', action_id: 'text' }),
      ]);
      app.options(/.*/, async ({ ack, options }) => {
        typed.push(options.value);
        if (options.value === 'broken') throw new Error('broken');
        await ack({
          options: firms
            .filter(({ text }) => text.text.startsWith(options.value))
            .map((one) => ({ ...one, description: plain('A company') })),
        });
      });
    });
    const place = await openForm(aiko);
    const suggest = (name: string, words: string) =>
      aiko.clientSession.carryOut({ do: 'suggest', place, block: name, action: name, typed: words });
    expect((await suggest('firm', '')).options).toHaveLength(3);
    expect((await suggest('firm', 'A')).options).toEqual([
      { label: 'Acme（東京）', value: 'acme', description: 'A company' },
      { label: 'Apex', value: 'apex', description: 'A company' },
    ]);
    // Three characters are asked for where the bot does not say how many.
    expect(await suggest('firms', 'Ap')).toMatchObject({ status: 0, error: null, options: [] });
    expect((await suggest('firms', 'Apex')).options).toHaveLength(1);
    expect(typed).toEqual(['', 'A', 'Apex']);
    expect(await suggest('firm', 'broken')).toMatchObject({ error: 'http_service_error', options: [] });

    const enter = (name: string, value: SlackValue) => ({ do: 'enter', place, ...entry(name, value) }) as const;
    // What was offered for another typing may still be chosen, and what was there before; nothing else.
    await aiko.does(enter('firm', 'bolt'));
    const state = () => aiko.screen().modals[0]?.state;
    expect(state()?.firm?.firm).toEqual({
      type: 'external_select',
      selected_option: { ...option('Bolt', 'bolt'), description: plain('A company') },
    });
    await aiko.does(enter('firms', ['apex']));
    await aiko.does(enter('firms', ['apex']));
    expect(state()?.firms?.firms).toMatchObject({ selected_options: [{ value: 'apex' }] });
    expect(await aiko.refused(enter('firms', ['acme']))).toMatch(/no longer/);
    const again = await openForm(aiko);
    await aiko.does({ do: 'enter', place: again, ...entry('firm', 'old') });
    expect(state()?.firm?.firm).toMatchObject({ selected_option: { value: 'old' } });
    expect(await aiko.refused({ do: 'enter', place: again, ...entry('firm', 'bolt') })).toMatch(/no longer/);
    const notAsking = { do: 'suggest', place: again, block: 'text', action: 'text', typed: 'x' } as const;
    expect(await aiko.refused(notAsking)).toMatch(/no longer/);
  });
});
