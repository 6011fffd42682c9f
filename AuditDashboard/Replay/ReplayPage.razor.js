// Plays a dialog in the browser. While it plays nothing is asked of the server.
// What the script owns (inert, data-*, the head's place) sits where Razor renders nothing, so a render cannot wipe it.
const SPEEDS = [1, 2, 5, 10];
const EDITABLE = 'input,textarea,select,[contenteditable],[role=menu],[role=listbox],[role=dialog]';
const AT_END = 48;

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
const narrow = () => matchMedia('(max-width: 860px)').matches;
const lettersOff = () => localStorage.getItem('shortcuts') === 'off';
const fill = (template, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, value), template);

export function create(root, page, words, events, length, chosen) {
  const $ = selector => root.querySelector(selector);
  const abort = new AbortController(), on = { signal: abort.signal };
  const track = $('[data-track]'), chat = $('[data-chat]'), play = $('[data-act=play]'), live = $('[data-live]');
  let position = length, speed = 2, frameId = 0, last = 0, shown = -1, asked = 0, saidAt = 0, bottom = false;

  const element = seq => chat.querySelector(`[data-seq="${seq}"]`);
  const scroller = () => getComputedStyle(chat).overflowY === 'visible' ? document.scrollingElement : chat;
  const write = (selector, text) => { const node = $(selector)?.firstChild; if (node) { node.data = text; } };

  function passed(place) {
    let n = 0;
    while (n < events.length && events[n].c <= place + 1e-6) { n++; }
    return Math.max(1, n);
  }

  function paint(follow) {
    $('[data-head]').style.left = `${position / length * 100}%`;
    const n = passed(position);
    if (n === shown) { return; }
    shown = n;
    const now = events[n - 1];
    write('[data-clock]', now.t);
    write('[data-n]', fill(words.eventOf, n, events.length));
    track.setAttribute('aria-valuenow', n);
    track.setAttribute('aria-valuetext', fill(words.eventOfAt, n, events.length, now.t));
    const order = new Map(events.map((e, i) => [String(e.s), i]));
    for (const item of chat.querySelectorAll('[data-seq],[data-before]')) {
      item.toggleAttribute('inert', order.get(item.dataset.seq ?? item.dataset.before) >= n);
    }
    for (const dot of track.querySelectorAll('[data-ev]')) { dot.toggleAttribute('data-ahead', order.get(dot.dataset.ev) >= n); }
    if (follow) { reach(now.s, false); }
  }

  // A long dialog has only a part of itself on the page: the rest is asked for once.
  function reach(seq, choose) {
    const target = element(seq);
    if (!target) {
      if (asked !== seq) { asked = seq; page.invokeMethodAsync('ShowFrom', seq, choose); }
      return;
    }
    asked = 0;
    const box = scroller(), frame = box === chat ? chat.getBoundingClientRect().top : 0;
    const top = box.scrollTop + target.getBoundingClientRect().top - frame - box.clientHeight * .6;
    box.scrollTo({ top, behavior: calm() ? 'auto' : 'smooth' });
    if (choose) { (target.querySelector('.bub') ?? target).click(); }
  }

  function step(time) {
    position = Math.min(length, position + (time - last) / 1000 * speed);
    last = time;
    paint(true);
    if (position >= length) { stop(); } else { frameId = requestAnimationFrame(step); }
  }

  function start() {
    if (position >= length) { position = 0; }
    last = performance.now();
    root.toggleAttribute('data-playing', true);
    play.setAttribute('aria-label', words.pause);
    frameId = requestAnimationFrame(step);
  }

  function stop() {
    cancelAnimationFrame(frameId);
    frameId = 0;
    root.toggleAttribute('data-playing', false);
    play.setAttribute('aria-label', words.play);
  }

  function go(n) {
    stop();
    n = Math.min(events.length, Math.max(1, n));
    position = n === events.length ? length : events[n - 1].c;
    paint(true);
  }

  function setSpeed(value) {
    speed = value;
    for (const button of root.querySelectorAll('[data-speed]')) { button.setAttribute('aria-pressed', +button.dataset.speed === value); }
  }

  function toEnd() {
    const box = scroller();
    box.scrollTo({ top: box.scrollHeight, behavior: calm() ? 'auto' : 'smooth' });
    root.toggleAttribute('data-fresh', false);
  }

  async function copy(button) {
    const text = button.dataset.copy || $(`#${button.dataset.copyFrom}`)?.textContent;
    if (!text) { return; }
    await navigator.clipboard.writeText(text);
    button.toggleAttribute('data-copied', true);
    live.textContent = words.copied;
    setTimeout(() => button.toggleAttribute('data-copied', false), 2000);
  }

  const sheet = open => root.toggleAttribute('data-sheet', open);
  const actions = {
    play: () => frameId ? stop() : start(),
    previous: () => go(shown - 1),
    next: () => go(shown + 1),
    latest: toEnd,
    details: () => { sheet(true); $('[data-act=close]')?.focus(); },
    close: () => { sheet(false); $('[data-seq][data-chosen] .bub, [data-seq][data-chosen]')?.focus(); },
  };

  root.addEventListener('click', event => {
    const hit = event.target.closest('[data-act],[data-speed],[data-ev],[data-copy],[data-copy-from],.bub,.sys');
    if (!hit) { return; }
    const { act, speed: value, ev } = hit.dataset;
    if (act) { actions[act](); }
    else if (value) { setSpeed(+value); }
    else if (ev) { go(events.findIndex(e => String(e.s) === ev) + 1); reach(+ev, true); }
    else if (hit.matches('.bub,.sys')) { sheet(true); }
    else { copy(hit); }
  }, on);

  track.addEventListener('pointerdown', event => {
    if (event.target.closest('[data-ev]')) { return; }
    stop();
    track.setPointerCapture(event.pointerId);
    const seek = move => {
      const box = track.getBoundingClientRect();
      position = Math.min(1, Math.max(0, (move.clientX - box.left) / box.width)) * length;
      paint(true);
    };
    seek(event);
    const drop = new AbortController();
    track.addEventListener('pointermove', seek, { signal: drop.signal });
    for (const end of ['pointerup', 'pointercancel']) { track.addEventListener(end, () => drop.abort(), { signal: drop.signal }); }
  }, on);

  const letters = { e: () => narrow() ? sheet(!root.hasAttribute('data-sheet')) : root.toggleAttribute('data-alone') };
  SPEEDS.forEach((value, i) => { letters[i + 1] = () => setSpeed(value); });

  function escape() {
    if (document.querySelector('.mud-popover-open,.mud-dialog,[popover]:popover-open')) { return; }
    if (narrow() && root.hasAttribute('data-sheet')) { actions.close(); } else { $('[data-back]').click(); }
  }

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.target.closest?.(EDITABLE)) { return; }
    const onTrack = event.target === track;
    const keys = {
      ' ': !event.target.closest?.('button,a,summary') && actions.play,
      ArrowRight: actions.next, ArrowLeft: actions.previous, Escape: escape,
      ArrowUp: onTrack && actions.next, ArrowDown: onTrack && actions.previous,
      Home: onTrack && (() => go(1)), End: onTrack && (() => go(events.length)),
    };
    const act = keys[event.key] || (!lettersOff() && letters[event.key]);
    if (act) { event.preventDefault(); act(); }
  }, on);

  // Where the reader was before new messages came decides whether they are followed.
  const look = () => {
    const box = scroller();
    bottom = box.scrollHeight - box.scrollTop - box.clientHeight < AT_END;
    if (bottom) { root.toggleAttribute('data-fresh', false); }
  };
  chat.addEventListener('scroll', look, on);
  document.addEventListener('scroll', look, on);

  function announce() {
    if (performance.now() - saidAt > 5000) { saidAt = performance.now(); live.textContent = ''; live.textContent = words.fresh; }
  }

  paint(false);
  look();
  if (chosen) { reach(chosen, false); }
  return {
    update(newEvents, newLength) {
      const grew = newEvents.length > events.length, atEnd = position >= length && !frameId;
      events = newEvents;
      length = newLength;
      if (atEnd) { position = length; }
      shown = -1;
      paint(false);
      if (asked) { reach(asked, false); }
      if (!grew) { return; }
      announce();
      if (bottom && atEnd) { toEnd(); } else { root.toggleAttribute('data-fresh', true); }
    },
    dispose() { stop(); abort.abort(); },
  };
}
