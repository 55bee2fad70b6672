// Runs in the browser: shows the state that the centre pushes, and turns the keypad into a phone.
(() => {
  const $ = (id) => document.getElementById(id);
  const element = (tag, content, className) => {
    const made = document.createElement(tag);
    made.textContent = content;
    if (className) made.className = className;
    return made;
  };
  const setText = (id, text) => {
    if ($(id).textContent !== text) $(id).textContent = text;
  };
  const keys = [...document.querySelectorAll('.key')];
  let state;
  let lines = 0;
  let shownCall = 0;
  let wasInCall = false;

  const show = (next) => {
    state = next;
    $('lost').hidden = true;
    setText('time', next.time);
    setText('day', next.day);
    setText('zone', next.zone);
    setText('status', next.status);
    setText('opening', next.opening);
    $('opening').hidden = false;
    $('opening').classList.toggle('open', next.open);
    $('progress').value = next.progress;
    $('progress').hidden = next.phase === 'live';
    setText('figures-day', ` du ${next.figures.day}`);
    showFigures(next.figures);
    showAgents(next.agents);
    showPhone(next);
    showPeople(next);
  };

  let figuresShown = '';
  const showFigures = (figures) => {
    const seen = JSON.stringify(figures);
    if (seen === figuresShown) return;
    figuresShown = seen;
    $('figures').replaceChildren(
      ...figures.values.map(([label, value]) => {
        const pair = document.createElement('div');
        pair.append(element('dt', label), element('dd', value));
        return pair;
      }),
    );
    const halves = figures.halfHours;
    const most = Math.max(10, ...halves.map((half) => half.answered + half.lost + half.waiting));
    $('chart').replaceChildren(
      ...halves.map((half) => {
        const column = element('div', '', 'column');
        const stack = element('div', '', 'stack');
        for (const part of ['waiting', 'lost', 'answered']) {
          const bar = element('span', '', part);
          bar.style.height = `${(100 * half[part]) / most}%`;
          stack.append(bar);
        }
        column.append(stack, element('span', half.from, 'tick'));
        return column;
      }),
    );
    const sum = (part) => halves.reduce((total, half) => total + half[part], 0);
    $('chart').setAttribute(
      'aria-label',
      `Appels présentés par demi-heure : ${sum('answered')} décrochés, ${sum('lost')} abandonnés, ${sum('waiting')} en attente`,
    );
    $('halves').replaceChildren(
      ...halves.map((half) => {
        const row = document.createElement('tr');
        const head = element('th', half.from);
        head.scope = 'row';
        row.append(head, element('td', half.answered), element('td', half.lost), element('td', half.waiting));
        return row;
      }),
    );
  };

  let agentsShown = '';
  const showAgents = (agents) => {
    const seen = JSON.stringify(agents);
    if (seen === agentsShown || agents.length === 0) return;
    agentsShown = seen;
    $('agents').replaceChildren(
      ...agents.map((agent) => {
        const item = element('li', '', agent.tone);
        item.append(element('strong', agent.name), element('span', agent.status));
        return item;
      }),
    );
  };

  const showPhone = ({ phase, phone, canLeap }) => {
    const focused = document.activeElement;
    const inCall = phone.mode === 'call';
    $('call').hidden = inCall;
    $('call').disabled = phase !== 'live' || phone.mode !== 'idle';
    $('hang-up').hidden = !inCall;
    for (const key of keys) key.disabled = !inCall;
    $('ringing').hidden = phone.mode !== 'ringing';
    if (phone.ringing !== undefined) setText('ringing-number', `Le centre appelle le ${phone.ringing}.`);
    $('leap').hidden = !canLeap || inCall;
    if (phone.call !== shownCall) {
      shownCall = phone.call;
      lines = 0;
      $('transcript').replaceChildren();
    }
    for (const line of phone.lines.slice(lines)) {
      const item = element('li', '', line.who);
      const time = element('time', line.time);
      item.append(time, element('span', line.text));
      $('transcript').append(item);
      $('log').scrollTop = $('log').scrollHeight;
    }
    lines = phone.lines.length;
    $('no-call').hidden = lines > 0;
    $('wait').hidden = phase === 'live';
    // What was pressed is gone or greyed now, or was for typing: the focus goes to what one does next.
    if (inCall !== wasInCall && focused?.closest('#dial, .keypad, #ringing'))
      (inCall ? $('hang-up') : $('call')).focus();
    wasInCall = inCall;
  };

  const showPeople = ({ phase, open, canClose, people }) => {
    for (const id of ['ring', 'flow', 'rest']) $(id).disabled = phase !== 'live' || !open;
    $('flow').setAttribute('aria-pressed', people.isFlowing);
    $('rest').setAttribute('aria-pressed', people.agentsRest);
    $('evening').disabled = !canClose;
  };

  const tell = (problem) => {
    $('problem').textContent = problem;
    $('problem').hidden = problem === '';
  };
  const post = async (path, body = {}) => {
    tell('');
    try {
      const response = await fetch(`/_local/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!response.ok) tell((await response.json()).message);
    } catch {
      tell('Le centre ne répond pas. Est-il encore lancé ?');
    }
  };

  const source = new EventSource('/_local/events');
  source.addEventListener('state', (event) => show(JSON.parse(event.data)));
  source.addEventListener('error', () => {
    $('lost').hidden = false;
  });

  const isPressed = (id) => $(id).getAttribute('aria-pressed') === 'true';
  $('ring').addEventListener('click', () => post('people/ring'));
  $('flow').addEventListener('click', () => post('people/flow', { on: !isPressed('flow') }));
  $('rest').addEventListener('click', () => post('people/rest', { on: !isPressed('rest') }));
  $('evening').addEventListener('click', () => post('clock/evening'));
  $('dial').addEventListener('submit', (event) => {
    event.preventDefault();
    post('phone/dial', { from: $('from').value });
  });
  $('hang-up').addEventListener('click', () => post('phone/hang-up'));
  $('answer').addEventListener('click', () => post('phone/answer'));
  $('refuse').addEventListener('click', () => post('phone/refuse'));
  $('next-opening').addEventListener('click', () => post('clock/next-opening'));
  const press = (digit) => post('phone/press', { digit });
  for (const key of keys) key.addEventListener('click', () => press(key.dataset.key));
  document.addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLInputElement;
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (state?.phone.mode !== 'call' || !/^[0-9*#]$/.test(event.key)) return;
    event.preventDefault();
    const key = keys.find((one) => one.dataset.key === event.key);
    key?.classList.add('pressed');
    setTimeout(() => key?.classList.remove('pressed'), 150);
    press(event.key);
  });
})();
